package dev.jangteo.gateway.passage;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/**
 * Closes callers' connections on which nothing passed for a while, in either direction;
 * longer than any route may be silent. The server's own idle time limit would put a
 * handler into the pipeline and take it out again with every request.
 */
@Component
class IdleConnections implements NettyServerCustomizer {

	private static final long PATIENCE = Duration.ofSeconds(75).toNanos();

	private static final long LOOK_SECONDS = 15;

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit((_, channel, _) -> channel.pipeline().addLast("idle", new Idleness()));
	}

	private static final class Idleness extends ChannelDuplexHandler {

		private long lastSign = System.nanoTime();

		private @Nullable Future<?> look;

		@Override
		public void channelActive(ChannelHandlerContext context) {
			look = context.executor()
				.scheduleAtFixedRate(() -> closeIfIdle(context), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
			context.fireChannelActive();
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			if (look != null) {
				look.cancel(false);
			}
			context.fireChannelInactive();
		}

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			lastSign = System.nanoTime();
			context.fireChannelRead(message);
		}

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			lastSign = System.nanoTime();
			context.write(message, promise);
		}

		private void closeIfIdle(ChannelHandlerContext context) {
			if (System.nanoTime() - lastSign > PATIENCE) {
				context.close();
			}
		}

	}

}
