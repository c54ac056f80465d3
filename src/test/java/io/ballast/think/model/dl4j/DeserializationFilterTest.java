package io.ballast.think.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.think.model.Networks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class DeserializationFilterTest {
    @BeforeEach
    void installAndDisarm() {
        DeserializationFilter.install();
        Payload.ran = false;
    }

    @Test
    void payloadRunsWhereNothingStopsIt() throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialised(new Payload())))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("*"));
            in.readObject();
        }

        assertThat(Payload.ran).isTrue();
    }

    @Test
    void payloadIsRefusedInTheWholeJvm() throws Exception {
        byte[] bytes = serialised(new Payload());

        assertThatThrownBy(() -> new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject())
                .isInstanceOf(InvalidClassException.class)
                .hasMessageContaining("REJECTED");
        assertThat(Payload.ran).isFalse();
    }

    @Test
    void payloadDoesNotRunEvenIfTheLibraryLoadsTheFile() throws Exception {
        String configuration = NetworkConfiguration.of(Networks.SMALL, Networks.PLAN, 1, DataType.FLOAT)
                .toJson();
        byte[] zip = Zips.of(
                Map.entry(ModelZip.CONFIGURATION, configuration.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Map.entry(ModelZip.COEFFICIENTS, Coefficients.write(Networks.parameters(Networks.SMALL, 1))),
                Map.entry("preprocessor.bin", serialised(new Payload())));

        assertThatThrownBy(() -> ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip), false))
                .hasStackTraceContaining("REJECTED");
        assertThat(Payload.ran).isFalse();
    }

    @Test
    void plainClassesStillPass() throws Exception {
        byte[] bytes = serialised(new java.util.ArrayList<>(List.of(1, 2)));

        assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject())
                .isEqualTo(List.of(1, 2));
    }

    @Test
    void installsOnce() {
        ObjectInputFilter before = ObjectInputFilter.Config.getSerialFilter();
        DeserializationFilter.install();

        assertThat(ObjectInputFilter.Config.getSerialFilter()).isSameAs(before).isNotNull();
    }

    static byte[] serialised(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}
