@echo off
rem The command line of Operando Tomography; needs a Java 17 or newer.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem --memory is the heap of Java; what is no size is left to the program to refuse.
set "MEMORY="
set "PREVIOUS="
:arguments
if "%~1"=="" goto run
if /i "%PREVIOUS%"=="--memory" call :heap "%~1"
set "PREVIOUS=%~1"
shift /1
goto arguments
:heap
set "SIZE=%~1"
if /i "%SIZE:~-1%"=="b" set "SIZE=%SIZE:~0,-1%"
echo %SIZE%| findstr /r /i /x "[1-9][0-9]*g [1-9][0-9][0-9][0-9]*m 6[4-9]m [7-9][0-9]m" >nul && set "MEMORY=-Xmx%SIZE%"
rem In a small heap the usual collector finds no room for large arrays between others; this one moves them together.
echo %SIZE%| findstr /r /i /x "[1-9][0-9]m [1-9][0-9][0-9]m" >nul && set "MEMORY=%MEMORY% -XX:+UseSerialGC"
exit /b 0

:run
"%JAVA%" %OPERANDO_JAVA_OPTIONS% %MEMORY% -Djdk.nio.maxCachedBufferSize=262144 --add-opens java.base/java.lang=ALL-UNNAMED -Djava.awt.headless=true "-Doperando.home=%~dp0." -cp "%~dp0jars\*" operando.cli.Operando %*
exit /b %ERRORLEVEL%
