// Contact over time as boundary conditions for a simulation: for every stack of a folder the contact maps of both
// electrodes (255 where current may pass), and a table of time, contact fraction and effective current density.
// Without a screen:  operando macro macros/contact_to_simulation.ijm FOLDER OUTPUT_FOLDER CURRENT_DENSITY INTERVAL_H
// Arguments come with blanks between, or, where one has a blank itself, each on a line of its own.
separator = " ";
if (indexOf(getArgument(), "\n") >= 0) separator = "\n";
arguments = split(getArgument(), separator);
if (arguments.length == 4) {
    folder = arguments[0];
    output = arguments[1];
    currentDensity = parseFloat(arguments[2]); // mA cm-2, positive strips the top
    interval = parseFloat(arguments[3]);       // hours between scans
} else if (getArgument() != "") {
    exit("give FOLDER OUTPUT_FOLDER CURRENT_DENSITY INTERVAL_H");
} else {
    folder = getDirectory("Folder with stacks");
    output = getDirectory("Folder for the boundary conditions");
    currentDensity = getNumber("Current density (mA/cm2)", 1);
    interval = getNumber("Hours between scans", 0.25);
}
if (!endsWith(folder, "/")) folder = folder + "/";
if (!endsWith(output, "/")) output = output + "/";
if (!File.isDirectory(folder)) exit("there is no folder " + folder);
File.makeDirectory(output);

setBatchMode(true);
files = getFileList(folder);
Array.sort(files);
scan = 0;
for (i = 0; i < files.length; i++) {
    if (endsWith(files[i], ".tif") || endsWith(files[i], ".tiff")) {
        open(folder + files[i]);
        name = File.getNameWithoutExtension(files[i]);
        run("Contact Projection...", "thresholds=auto");
        selectImage(name + " contact top");
        saveAs("Tiff", output + name + "_top.tif");
        selectImage(name + " contact bottom");
        saveAs("Tiff", output + name + "_bottom.tif");
        setResult("time_h", scan, scan * interval);
        setResult("local_current_density_top_mA_cm2", scan, currentDensity / getResult("contact_fraction_top", scan));
        setResult("local_current_density_bottom_mA_cm2", scan, currentDensity / getResult("contact_fraction_bottom", scan));
        scan++;
        close("*");
    }
}
if (scan == 0) exit("there is no stack (.tif) in " + folder);
updateResults();
saveAs("Results", output + "boundary_conditions.csv");
print(scan + " scans exported to " + output);
