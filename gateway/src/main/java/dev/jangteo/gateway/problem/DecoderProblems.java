package dev.jangteo.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives a body to refusals that Netty's decoder speaks before there is a request: lines
 * and headers that are too long or no HTTP.
 */
@Component
class DecoderProblems implements NettyServerCustomizer {

	private static final Map<Integer, String> KINDS = Map.of(400, "malformed-request", 413, "body-too-large", 414,
			"uri-too-long", 431, "headers-too-large");

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit((_, channel, _) -> channel.pipeline().addLast("problems", new Bodies()));
	}

	@Sharable
	private static final class Bodies extends ChannelOutboundHandlerAdapter {

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			if (message instanceof FullHttpResponse response && isBare(response)) {
				response.release();
				context.write(withBody(response), promise);
			}
			else {
				context.write(message, promise);
			}
		}

		private static boolean isBare(FullHttpResponse response) {
			return KINDS.containsKey(response.status().code()) && !response.content().isReadable()
					&& !response.headers().contains("X-Request-Id");
		}

		private static FullHttpResponse withBody(FullHttpResponse response) {
			var status = response.status();
			var body = """
					{"type":"https://jangteo.dev/problems/%s","title":"%s.","status":%d,\
					"detail":"The request cannot be read."}"""
				.formatted(KINDS.get(status.code()), status.reasonPhrase(), status.code())
				.getBytes(StandardCharsets.UTF_8);
			var written = response.replace(Unpooled.wrappedBuffer(body));
			written.headers()
				.set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
				.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
			return written;
		}

	}

}
