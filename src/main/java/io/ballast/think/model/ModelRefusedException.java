package io.ballast.think.model;

/** A model was not loaded, and nothing of it was used. The message is one line that says which model and why. */
public final class ModelRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelRefusedException(String model, String reason) {
        super("model " + model + " refused: " + reason);
    }

    public ModelRefusedException(String model, String reason, Throwable cause) {
        super("model " + model + " refused: " + reason, cause);
    }
}
