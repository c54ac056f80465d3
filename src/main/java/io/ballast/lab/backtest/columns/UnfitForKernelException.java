package io.ballast.lab.backtest.columns;

import java.util.List;

/** A scenario asks for what the kernel cannot do. Each reason is one line that begins with a key. */
public final class UnfitForKernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    UnfitForKernelException(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
