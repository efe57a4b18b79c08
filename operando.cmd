@echo off
rem Builds what is missing, then runs the command line.
setlocal
set "HOME_DIR=%~dp0"
if not exist "%HOME_DIR%target\launcher.stamp" (
    pushd "%HOME_DIR%"
    call mvn -q -B -DskipTests package 1>&2 || (popd & echo operando: the build failed; it needs a JDK 17 or newer and Maven 1>&2 & exit /b 1)
    type nul > target\launcher.stamp
    popd
)
java %OPERANDO_JAVA_OPTIONS% --add-opens java.base/java.lang=ALL-UNNAMED -Djava.awt.headless=true "-Doperando.home=%HOME_DIR%." -cp "%HOME_DIR%target\classes;%HOME_DIR%target\lib\*" operando.cli.Operando %*
exit /b %ERRORLEVEL%
