package operando.cli;

import operando.atoms.EnvironmentSettings;
import operando.atoms.descriptor.SoapSettings;
import operando.atoms.trajectory.TrajectorySettings;
import picocli.CommandLine.Option;

/** How a trajectory is read and its atoms' surroundings are described; the same for every command that takes one. */
final class AtomsOptions {

    @Option(names = "--every", paramLabel = "N", description = "take each N-th frame")
    private int every = 1;

    @Option(names = "--species", paramLabel = "LIST", description = "elements of the types 1, 2, … of a dump without elements, such as Li,S,P,Cl")
    private String species = "";

    @Option(names = "--cutoff", paramLabel = "ANGSTROM", description = "how far an atom's surroundings reach")
    private double cutoff = SoapSettings.defaults().cutoffAngstrom();

    @Option(names = "--sigma", paramLabel = "ANGSTROM", description = "width of the Gaussian that stands for a neighbour")
    private double sigma = SoapSettings.defaults().sigmaAngstrom();

    @Option(names = "--radial", paramLabel = "N", description = "radial functions (n_max)")
    private int radial = SoapSettings.defaults().radial();

    @Option(names = "--angular", paramLabel = "N", description = "highest degree of the spherical harmonics (l_max)")
    private int angular = SoapSettings.defaults().angular();

    TrajectorySettings trajectory() {
        return TrajectorySettings.defaults().withEvery(every).withSpecies(species);
    }

    SoapSettings soap() {
        return new SoapSettings(cutoff, sigma, radial, angular);
    }

    EnvironmentSettings environments() {
        return EnvironmentSettings.defaults().withSoap(soap());
    }
}
