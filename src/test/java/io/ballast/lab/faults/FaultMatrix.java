package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs the cases of a class and holds the committed table against what was seen. With {@code -Dballast.matrix.write=true} the
 * table is written instead.
 */
final class FaultMatrix implements ParameterResolver, ExecutionCondition, AfterEachCallback {
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
        open.ifPresent(known -> settle(MatrixRow.open(known)));
        return open.map(known -> ConditionEvaluationResult.disabled(known.open()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("to be run"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FaultCase known = caseOf(context).orElseThrow();
        CaseRecord record = context.getStore(NAMESPACE).get("record", CaseRecord.class);
        record.closeAll();
        boolean failed = context.getExecutionException().isPresent();
        assertThat(failed || record.complete())
                .as("invariants checked for every scene")
                .isTrue();
        if (!failed || MatrixFile.WRITES) {
            settle(MatrixRow.run(known, record.seen(), !failed));
        }
    }

    private static void settle(MatrixRow row) {
        if (MatrixFile.WRITES) {
            MatrixFile.write(row);
            return;
        }
        assertThat(row)
                .as("the table says otherwise; run with -Dballast.matrix.write=true and look at the difference")
                .isEqualTo(MatrixFile.read().get(row.id()));
    }

    private static Optional<FaultCase> caseOf(ExtensionContext context) {
        return context.getTestMethod().flatMap(method -> AnnotationSupport.findAnnotation(method, FaultCase.class));
    }
}
