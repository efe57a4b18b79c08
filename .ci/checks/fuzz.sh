#!/usr/bin/env bash
# Hostile inputs for every reader, for two minutes or as many as are given: fuzz.sh RESULTS [MINUTES [SEED [SUBJECT]]]
set -euo pipefail
minutes="${2:-2}"
mvn -B -ntp -q -o -Pfuzz -DskipTests package 2>/dev/null || mvn -B -ntp -q -Pfuzz -DskipTests package
java -Xmx1g -Djava.awt.headless=true -cp "target/test-classes:target/classes:target/lib/*" operando.fuzz.Campaign "$minutes" "${@:3}"
