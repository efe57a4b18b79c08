#!/usr/bin/env bash
# What a user installs without Maven: the zip, unpacked on a path with blanks, runs the demo with a Java alone; the update site has no class that Fiji ships.
set -euo pipefail
mvn -B -ntp -q -DskipTests -Prelease package
release="$(ls -d target/operando-tomography-*.zip)"
site="${release%.zip}/update-site"

folder="$1/a folder with blanks"
mkdir -p "$folder/bin"
(cd "$folder" && jar xf "$OLDPWD/$release")
program="$(echo "$folder"/operando-tomography-*)"
# jar leaves permissions out; unzip and Fiji's users' file managers do not.
chmod +x "$program/operando"
for tool in bash env dirname java; do ln -sf "$(command -v $tool)" "$folder/bin/$tool"; done
(cd "$folder" && env -i PATH="$folder/bin" HOME="$folder" "$program/operando" demo --out "$folder/my results")
[ -s "$folder/my results/report.html" ] || { echo "the unpacked program wrote no report"; exit 1; }
env -i PATH="$folder/bin" HOME="$folder" "$program/operando" --version
cat > "$folder/Cell.java" <<'JAVA'
import operando.Operando;
class Cell { public static void main(String[] a) { System.out.println(Operando.measure(Operando.segment(Operando.open(a[0]))).top().contactFraction().value()); } }
JAVA
java -cp "$program/jars/*" "$folder/Cell.java" "$program/sample-stacks/scans/t00.tif"
for file in README.html LICENSE docs/index.html docs/methods/voltage.html macros/batch_contact.ijm operando.cmd; do
    [ -s "$program/$file" ] || { echo "the zip has no $file"; exit 1; }
done
grep -q $'\r' "$program/operando.cmd" && ! grep -q $'\r' "$program/operando" || { echo "a launcher has the wrong line ends"; exit 1; }
if unresolved="$(grep -rhoE '(href|src)="[^"#:]+' "$program" --include=*.html | grep -E '\.md$')"; then echo "pages link to Markdown: $unresolved"; exit 1; fi

# Fiji itself where it is told by FIJI; otherwise those of our libraries that src/main/release/update-site.xml lists as shipped by it.
classes() { for jar in "$@"; do jar tf "$jar"; done | grep '\.class$' | grep -v -e '^META-INF/' -e 'module-info' | sort -u; }
classes "$site"/plugins/*.jar "$site"/jars/*.jar > "$1/site.classes"
if [ -n "${FIJI:-}" ]; then
    classes $(find "$FIJI/jars" "$FIJI/plugins" -name '*.jar' ! -name 'Operando_Tomography*') > "$1/fiji.classes"
else
    shipped=(); for jar in target/lib/*.jar; do [ -e "$site/jars/$(basename "$jar")" ] || shipped+=("$jar"); done
    classes "${shipped[@]}" > "$1/fiji.classes"
fi
twice="$(comm -12 "$1/site.classes" "$1/fiji.classes" | head -5)"
[ -z "$twice" ] || { echo "the update site has classes that Fiji ships: $twice"; exit 1; }
echo "update site: $(cd "$site" && find . -name '*.jar' | sort | tr '\n' ' ')"
