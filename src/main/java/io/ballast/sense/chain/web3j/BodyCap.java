package io.ballast.sense.chain.web3j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Bounds the bytes of an answer. It stands outside OkHttp's gzip step, so that it counts inflated bytes. */
final class BodyCap implements Interceptor {
    private final long maxBytes;

    BodyCap(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (body.contentLength() > maxBytes) {
            response.close();
            throw new BodyTooLargeException(maxBytes);
        }
        Source counted = new Counted(body.source(), maxBytes);
        return response.newBuilder()
                .body(ResponseBody.create(Okio.buffer(counted), body.contentType(), body.contentLength()))
                .build();
    }

    private static final class Counted extends ForwardingSource {
        private final long limit;
        private long seen;

        Counted(Source source, long limit) {
            super(source);
            this.limit = limit;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            seen += Math.max(count, 0);
            if (seen > limit) {
                throw new BodyTooLargeException(limit);
            }
            return count;
        }
    }
}
