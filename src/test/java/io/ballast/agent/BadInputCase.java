package io.ballast.agent;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One row of the table of bad inputs.
 *
 * @param refused whether the configuration must not be used
 * @param why for the table
 * @param spoil turns the right configuration into the case
 */
record BadInputCase(String name, boolean refused, String why, Consumer<ConfigSandbox> spoil) {

    static BadInputCase refused(String name, String why, String file, String before, String after) {
        return new BadInputCase(name, true, why, sandbox -> sandbox.edit(file, before, after));
    }

    static BadInputCase accepted(String name, String why, String file, String before, String after) {
        return new BadInputCase(name, false, why, sandbox -> sandbox.edit(file, before, after));
    }

    static BadInputCase refused(String name, String why, String file, UnaryOperator<String> edit) {
        return new BadInputCase(name, true, why, sandbox -> rewrite(sandbox, file, edit));
    }

    static BadInputCase accepted(String name, String why, String file, UnaryOperator<String> edit) {
        return new BadInputCase(name, false, why, sandbox -> rewrite(sandbox, file, edit));
    }

    private static void rewrite(ConfigSandbox sandbox, String file, UnaryOperator<String> edit) {
        sandbox.write(file, edit.apply(ConfigSandbox.original(file)).getBytes(StandardCharsets.UTF_8));
    }

    static BadInputCase refusedText(String name, String why, String file, String text) {
        return refusedBytes(name, why, file, text.getBytes(StandardCharsets.UTF_8));
    }

    static BadInputCase refusedBytes(String name, String why, String file, byte[] content) {
        return new BadInputCase(name, true, why, sandbox -> sandbox.write(file, content));
    }

    @Override
    public String toString() {
        return name;
    }
}
