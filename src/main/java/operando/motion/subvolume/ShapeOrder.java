package operando.motion.subvolume;

/** Degree of the polynomial by which a subvolume deforms. */
public enum ShapeOrder {
    /** Shift, rotation and uniform strain. */
    FIRST,
    /** Strain that changes linearly over the subvolume; noise grows about twofold. */
    SECOND,
    /** First order, and second order at points where it explains significantly more. */
    AUTOMATIC
}
