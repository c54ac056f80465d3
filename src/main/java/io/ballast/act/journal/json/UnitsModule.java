package io.ballast.act.journal.json;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How units are spelt in JSON: addresses by EIP-55, tokens and their amounts as {@link TokenText} says, hashes, ids and bytes as hex, wei and integers as decimal text, dollars
 * and decimals as plain text, basis points as a number, instants by ISO 8601 in UTC.
 */
public final class UnitsModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public UnitsModule() {
        super("ballast-units");
        AddressText addresses = new AddressText();
        text(Address.class, addresses::write, addresses::read);
        TokenText tokens = new TokenText(addresses::write, addresses::read);
        text(Token.class, tokens::write, tokens::read);
        text(TokenAmount.class, tokens::write, tokens::readAmount);
        text(Hash32.class, Hash32::hex, Hash32::new);
        text(PoolId.class, PoolId::hex, PoolId::new);
        text(Bytes.class, Bytes::hex, Bytes::parse);
        text(BigInteger.class, BigInteger::toString, BigInteger::new);
        text(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        text(Wei.class, wei -> wei.value().toString(), text -> new Wei(new BigInteger(text)));
        text(Usd.class, UnitsModule::text, text -> new Usd(new BigDecimal(text)));
        InstantText instants = new InstantText();
        text(Instant.class, instants::write, instants::read);
        addSerializer(Bps.class, new BpsWriter());
        addDeserializer(Bps.class, new BpsReader());
        addSerializer(Double.class, new Finite<>(Double.class, OptionalDouble::of));
        addSerializer(double.class, new Finite<>(double.class, OptionalDouble::of));
        addSerializer(OptionalDouble.class, new Finite<>(OptionalDouble.class, present -> present));
    }

    static String text(Usd dollars) {
        return dollars.value().toPlainString();
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new UnitText.Writer<>(type, write));
        addDeserializer(type, new UnitText.Reader<>(type, write, read));
    }

    private static final class BpsWriter extends StdSerializer<Bps> {
        private BpsWriter() {
            super(Bps.class);
        }

        @Override
        public void serialize(Bps value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.value());
        }
    }

    private static final class BpsReader extends StdDeserializer<Bps> {
        private BpsReader() {
            super(Bps.class);
        }

        @Override
        public Bps deserialize(JsonParser in, DeserializationContext context) {
            return new Bps(_parseIntPrimitive(in, context));
        }
    }

    private static final class Finite<T> extends StdSerializer<T> {
        private final transient Function<T, OptionalDouble> number;

        private Finite(Class<T> type, Function<T, OptionalDouble> number) {
            super(type);
            this.number = number;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            OptionalDouble present = number.apply(value);
            if (present.isEmpty()) {
                out.writeNull();
                return;
            }
            if (!Double.isFinite(present.getAsDouble())) {
                context.reportBadDefinition(Double.class, "numbers must be finite, was " + value);
            }
            out.writeNumber(present.getAsDouble());
        }
    }
}
