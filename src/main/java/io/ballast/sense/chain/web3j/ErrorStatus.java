package io.ballast.sense.chain.web3j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Some providers send a JSON-RPC error under HTTP status 400; it is an answer all the same. */
final class ErrorStatus implements Interceptor {
    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        @Nullable MediaType type = response.body().contentType();
        boolean answer =
                response.code() == BAD_REQUEST && type != null && type.subtype().equals("json");
        return answer ? response.newBuilder().code(OK).build() : response;
    }
}
