package io.ballast.sense.chain.anvil;

import java.util.concurrent.CountDownLatch;

/** A JVM that starts anvil, prints its process id and waits to be killed. */
final class AnvilHolder {
    private AnvilHolder() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        Anvil anvil = Anvil.start(AnvilOptions.DEFAULT);
        System.out.println(anvil.pid());
        new CountDownLatch(1).await();
    }
}
