// Contact area and volumes of every stack in a folder, as one table.
// Without a screen:  operando macro macros/batch_contact.ijm "FOLDER OUTPUT.csv"
arguments = split(getArgument(), " ");
if (arguments.length == 2) {
    folder = arguments[0];
    output = arguments[1];
} else {
    folder = getDirectory("Folder with stacks");
    output = folder + "contact.csv";
}
if (!endsWith(folder, "/")) folder = folder + "/";

files = getFileList(folder);
Array.sort(files);
for (i = 0; i < files.length; i++) {
    if (endsWith(files[i], ".tif") || endsWith(files[i], ".tiff")) {
        open(folder + files[i]);
        run("Segment Stack (Column Sweep)...", "thresholds=auto lookAhead=4 contactDepth=5");
        close("*");
    }
}
saveAs("Results", output);
print(nResults + " stacks measured: " + output);
