package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs the cases of a class and holds the committed table against what was seen. With {@code -Dballast.matrix.write=true} the
 * table is written instead.
 */
final class FaultMatrix implements ParameterResolver, ExecutionCondition, AfterEachCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(FaultMatrix.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CaseRecord.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        CaseRecord record = new CaseRecord();
        context.getStore(NAMESPACE).put("record", record);
        return record;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<FaultCase> open = caseOf(context).filter(known -> !known.open().isEmpty());
        open.ifPresent(known -> rows(context).put(known.id(), MatrixRow.open(known)));
        return open.map(known -> ConditionEvaluationResult.disabled(known.open()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("to be run"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FaultCase known = caseOf(context).orElseThrow();
        CaseRecord record = context.getStore(NAMESPACE).get("record", CaseRecord.class);
        record.closeAll();
        boolean failed = context.getExecutionException().isPresent();
        rows(context).put(known.id(), MatrixRow.run(known, record.seen(), !failed));
        assertThat(failed || record.complete()).as("invariants checked for every scene").isTrue();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Map<String, MatrixRow> seen = rows(context);
        if (Boolean.getBoolean("ballast.matrix.write")) {
            MatrixFile.write(seen);
            return;
        }
        Map<String, MatrixRow> committed = MatrixFile.read();
        seen.forEach((id, row) -> assertThat(row)
                .as("the table says otherwise; run with -Dballast.matrix.write=true and look at the difference")
                .isEqualTo(committed.get(id)));
    }

    private static Optional<FaultCase> caseOf(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, FaultCase.class));
    }

    /** Of the class, whichever of its methods asks. */
    @SuppressWarnings("unchecked")
    private static Map<String, MatrixRow> rows(ExtensionContext context) {
        ExtensionContext root = context.getRoot();
        String key = "rows of " + context.getRequiredTestClass().getName();
        return (Map<String, MatrixRow>) root.getStore(NAMESPACE).getOrComputeIfAbsent(key, name -> new TreeMap<>());
    }
}
