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
"%JAVA%" %OPERANDO_JAVA_OPTIONS% --add-opens java.base/java.lang=ALL-UNNAMED -Djava.awt.headless=true "-Doperando.home=%HOME_DIR%." -cp "%HOME_DIR%target\classes;%HOME_DIR%target\lib\*" operando.cli.Operando %*
exit /b %ERRORLEVEL%
