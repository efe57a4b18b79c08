@echo off
rem The command line of Operando Tomography; needs a Java 17 or newer.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %OPERANDO_JAVA_OPTIONS% --add-opens java.base/java.lang=ALL-UNNAMED -Djava.awt.headless=true "-Doperando.home=%~dp0." -cp "%~dp0jars\*" operando.cli.Operando %*
exit /b %ERRORLEVEL%
