#!/usr/bin/env bash
# The macros in headless ImageJ, and that a command's refusal becomes exit code 2.
set -euo pipefail
./operando macro macros/batch_contact.ijm sample-stacks/scans "$1/contact.csv"
[ "$(wc -l < "$1/contact.csv")" -eq 11 ] || { echo "contact.csv has not a row a stack"; exit 1; }
blanks="$1/a folder with blanks"
mkdir -p "$blanks/none"
cp sample-stacks/scans/t00.tif "$blanks/"
./operando macro macros/batch_contact.ijm "$blanks" "$blanks/contact.csv"
[ "$(wc -l < "$blanks/contact.csv")" -eq 2 ] || { echo "a folder with blanks is not measured"; exit 1; }
status=0; ./operando macro macros/batch_contact.ijm "$blanks/none" "$1/none.csv" > /dev/null 2>&1 || status=$?
[ "$status" -eq 2 ] && [ ! -e "$1/none.csv" ] || { echo "a folder without stacks ends with $status and not with 2"; exit 1; }
./operando macro macros/contact_to_simulation.ijm sample-stacks/scans "$1/boundary" 1 1.11
[ -s "$1/boundary/boundary_conditions.csv" ] && [ -s "$1/boundary/t09_bottom.tif" ]
cat > "$1/series.ijm" <<MACRO
run("Open Sample Series", "size=64 scans=2 seed=3");
run("Segment Stack (Column Sweep)...", "thresholds=auto");
if (nResults != 2) exit("not a row a time point in the Results table");
run("Analyze Series...", "experiment=[$PWD/sample-stacks/experiment.yml] output=[$1/analyzed]");
if (nResults != 12) exit("not a row a scan");
run("Clear Results");
run("Li Potential Profile...", "layers=[cathodic 50 1 4.25e-18 -2.3; anodic 50 1 4.25e-18 -0.7] temperature=290.113");
if (abs(getResult("t", 0) - 0.9812) > 0.0002) exit("another share of lithium ions: " + getResult("t", 0));
MACRO
./operando macro "$1/series.ijm"
cat > "$1/voltage.ijm" <<MACRO
open("$PWD/sample-stacks/scans/t09.tif");
run("Contact Projection...");
run("Clear Results");
run("Voltage Model...", "contactTop=[t09 contact top] contactBottom=[t09 contact bottom] thickness=400 current=1.5 interphaseConductivity=0.02");
if (!(getResult("voltage_resolved_V", 0) > getResult("voltage_lumped_V", 0))) exit("the resolved voltage lacks constriction");
if (!isOpen("Current density top (mA per cm2)")) exit("no map of the current");
MACRO
./operando macro "$1/voltage.ijm"
cat > "$1/learn.ijm" <<MACRO
open("$PWD/sample-stacks/scans/t00.tif");
open("$PWD/sample-stacks/scans/t05.tif");
run("Segment Stack (Clusters)...", "phases=4");
rename("labels");
selectImage("t05.tif");
run("Train Classifier...", "labels=labels classes=lithium,interphase,electrolyte,collector trees=20 model=[$1/phases.model]");
if (nResults != 5) exit("not a row a class");
selectImage("t00.tif");
run("Segment Stack (Classifier)...", "model=[$1/phases.model]");
if (getResult("voxels_lithium", 5) < 300000) exit("too little lithium: " + getResult("voxels_lithium", 5));
run("Clear Results");
run("Displacement Field...", "reference=t00.tif deformed=t05.tif spacing=20 subvolume=25");
if (!(getResult("points_converged", 0) + getResult("points_discontinuity", 0) >= 20) || Overlay.size == 0) exit("nothing was followed");
MACRO
./operando macro "$1/learn.ijm"
echo 'run("Segment Stack (Column Sweep)...", "thresholds=auto");' > "$1/refused.ijm"
code=0; ./operando macro "$1/refused.ijm" || code=$?
[ $code -eq 2 ] || { echo "a refused command must end a macro with exit code 2, not $code"; exit 1; }

# What the documentation shows as a macro.
mkdir "$1/documented"
awk -v out="$1/documented" '/^```/ { if (inside && block ~ /(^|\n)run\("/) { file = out "/" ++n ".ijm"; printf "%s", block > file; close(file) } inside = !inside; block = ""; next }
    inside { block = block $0 "\n" }' README.md docs/*.md
[ -s "$1/documented/1.ijm" ] || { echo "no macro is found in the documentation"; exit 1; }
for macro in "$1"/documented/*.ijm; do ./operando macro "$macro"; done
