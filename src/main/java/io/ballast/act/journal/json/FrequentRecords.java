package io.ballast.act.journal.json;

import io.ballast.act.journal.CandidateRecord;
import io.ballast.act.risk.LimitCheck;
import io.ballast.base.units.Usd;
import io.ballast.think.action.ActionCost;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes the records that one decision has dozens of without reflection, in the same letters as Jackson by itself: a decision
 * waits for its journal.
 */
final class FrequentRecords extends SimpleModule {
    private static final long serialVersionUID = 1L;

    FrequentRecords() {
        super("ballast-frequent-records");
        addSerializer(CandidateRecord.class, new CandidateWriter());
        addSerializer(LimitCheck.class, new CheckWriter());
    }

    private static final class CandidateWriter extends StdSerializer<CandidateRecord> {
        private CandidateWriter() {
            super(CandidateRecord.class);
        }

        @Override
        public void serialize(CandidateRecord value, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            cost(value.cost(), out);
            out.writeStringProperty("kind", value.kind().name());
            out.writeStringProperty("label", value.label());
            context.defaultSerializeProperty("ruleEdge", value.ruleEdge(), out);
            context.defaultSerializeProperty("score", value.score(), out);
            out.writeStringProperty("target", value.target());
            out.writeStringProperty("turnover", value.turnover().toPlainString());
            out.writeStringProperty("verdict", value.verdict());
            out.writeEndObject();
        }

        private static void cost(ActionCost cost, JsonGenerator out) {
            out.writeName("cost");
            out.writeStartObject();
            usd("fee", cost.fee(), out);
            usd("gas", cost.gas(), out);
            usd("impact", cost.impact(), out);
            usd("sandwich", cost.sandwich(), out);
            out.writeEndObject();
        }

        private static void usd(String name, Usd amount, JsonGenerator out) {
            out.writeStringProperty(name, UnitsModule.text(amount));
        }
    }

    private static final class CheckWriter extends StdSerializer<LimitCheck> {
        private CheckWriter() {
            super(LimitCheck.class);
        }

        @Override
        public void serialize(LimitCheck value, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeStringProperty("code", value.code().name());
            out.writeStringProperty("figures", value.figures());
            out.writeBooleanProperty("passed", value.passed());
            out.writeNumberProperty("usedPercent", value.usedPercent());
            out.writeEndObject();
        }
    }
}
