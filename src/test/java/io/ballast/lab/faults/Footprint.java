package io.ballast.lab.faults;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process holds on to.
 *
 * @param heap megabytes that a full collection leaves
 * @param descriptors open files and sockets; 0 where the system does not say
 */
record Footprint(long heap, long descriptors) {
    private static final int COLLECTIONS = 3;

    /** Of this moment, after collections: soft leftovers of the first are gone with the last. */
    static Footprint now() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return new Footprint(least >> 20, descriptorsNow());
    }

    private static long descriptorsNow() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** Whether this is no more than another, give or take what caches and pools of connections breathe. */
    boolean within(Footprint other, Footprint play) {
        return heap <= other.heap + play.heap && descriptors <= other.descriptors + play.descriptors;
    }
}
