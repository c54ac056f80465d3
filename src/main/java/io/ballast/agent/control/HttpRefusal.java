package io.ballast.agent.control;

/** A request that is answered with an error and nothing else. */
final class HttpRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpRefusal(int status, String reason) {
        super(reason);
        this.status = status;
    }

    HttpAnswer answer() {
        return HttpAnswer.error(status, String.valueOf(getMessage()));
    }
}
