// Contact area and volumes of every stack in a folder, as one table.
// Without a screen:  operando macro macros/batch_contact.ijm FOLDER OUTPUT.csv
// Arguments come with blanks between, or, where one has a blank itself, each on a line of its own.
separator = " ";
if (indexOf(getArgument(), "\n") >= 0) separator = "\n";
arguments = split(getArgument(), separator);
if (arguments.length == 2) {
    folder = arguments[0];
    output = arguments[1];
} else if (getArgument() != "") {
    exit("give FOLDER OUTPUT.csv");
} else {
    folder = getDirectory("Folder with stacks");
    output = folder + "contact.csv";
}
if (!endsWith(folder, "/")) folder = folder + "/";

if (!File.isDirectory(folder)) exit("there is no folder " + folder);
files = getFileList(folder);
Array.sort(files);
for (i = 0; i < files.length; i++) {
    if (endsWith(files[i], ".tif") || endsWith(files[i], ".tiff")) {
        open(folder + files[i]);
        run("Segment Stack (Column Sweep)...", "thresholds=auto lookAhead=4 contactDepth=5");
        close("*");
    }
}
if (nResults == 0) exit("there is no stack (.tif) in " + folder);
saveAs("Results", output);
print(nResults + " stacks measured: " + output);
