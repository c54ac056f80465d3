package io.ballast.think.model.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code coefficients.bin}: a row vector of float32 as {@code Nd4j.write} lays it out, two buffers of {@code UTF mode, long length, UTF
 * type, elements}: shape information, then values. Read here and not by the library, which allocates whatever length a file names.
 */
final class Coefficients {
    /** Rank, two sizes, two strides, extras, element stride, order. */
    private static final int SHAPE_ELEMENTS = 8;

    private Coefficients() {}

    static byte[] write(float[] parameters) {
        Nd4jRuntime.prepare();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (INDArray array = Nd4j.create(parameters, new long[] {1, parameters.length}, DataType.FLOAT)) {
            Nd4j.write(out, array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * @param expected number of parameters
     * @throws IllegalArgumentException if the bytes are anything but that many finite numbers
     */
    static float[] read(byte[] bytes, int expected) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            header(in, "LONG", SHAPE_ELEMENTS);
            long rank = in.readLong();
            long rows = in.readLong();
            long columns = in.readLong();
            if (rank != 2 || rows != 1 || columns != expected) {
                throw new IllegalArgumentException(
                        expected + " parameters expected, coefficients are " + rows + " × " + columns);
            }
            in.skipNBytes((SHAPE_ELEMENTS - 3) * (long) Long.BYTES);
            header(in, "FLOAT", expected);
            float[] values = values(in, expected);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("coefficients go on after the last parameter");
            }
            return values;
        } catch (IOException e) {
            throw new IllegalArgumentException("coefficients are cut short or not in the library's format", e);
        }
    }

    private static void header(DataInputStream in, String type, long length) throws IOException {
        in.readUTF();
        long found = in.readLong();
        String foundType = in.readUTF();
        if (found != length || !foundType.equals(type)) {
            throw new IllegalArgumentException(
                    length + " elements of " + type + " expected, the file has " + found + " or another type");
        }
    }

    private static float[] values(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("parameter " + i + " is not finite");
            }
        }
        return values;
    }
}
