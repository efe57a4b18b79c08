@echo off
rem Builds what is missing or older than the sources, then runs the command line.
setlocal
set "HOME_DIR=%~dp0"
set "STAMP=%HOME_DIR%target\launcher.stamp"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

if not exist "%STAMP%" goto build
powershell -NoProfile -Command "$s = (Get-Item -LiteralPath $env:STAMP).LastWriteTime; $n = Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:HOME_DIR 'src\main'), (Join-Path $env:HOME_DIR 'pom.xml'), (Join-Path $env:HOME_DIR 'plugins.config') | Where-Object { $_.LastWriteTime -gt $s }; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 goto build
goto start

:build
echo Building Operando Tomography (once; a minute or two) ... 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -DskipTests package 1>&2
if errorlevel 1 (
    popd
    echo operando: the build failed; it needs a JDK 17 or newer and Maven 1>&2
    exit /b 1
)
type nul > "%STAMP%"
popd

:start
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
"%JAVA%" %OPERANDO_JAVA_OPTIONS% %MEMORY% -Djdk.nio.maxCachedBufferSize=262144 --add-opens java.base/java.lang=ALL-UNNAMED -Djava.awt.headless=true "-Doperando.home=%HOME_DIR%." -cp "%HOME_DIR%target\classes;%HOME_DIR%target\lib\*" operando.cli.Operando %*
exit /b %ERRORLEVEL%
