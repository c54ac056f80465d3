package io.ballast.agent;

/** The program's version, as the jar's manifest says it. */
public final class Version {
    private Version() {}

    /** {@code 0.1.0-SNAPSHOT}; {@code development} when run from class files. */
    public static String text() {
        String written = Version.class.getPackage().getImplementationVersion();
        return written == null ? "development" : written;
    }
}
