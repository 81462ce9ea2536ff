package dev.jangteo.gateway.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * Watches one exchange with a backend for silence: when nothing passes in either
 * direction for as long as the route allows, the connection is given up. One look over
 * all exchanges of an event loop every 25 ms costs less than a timer for each.
 */
public final class Watch {

	private static final long LOOK_MILLIS = 25;

	private static final FastThreadLocal<Watches> WATCHES = new FastThreadLocal<>() {
		@Override
		protected Watches initialValue() {
			return new Watches();
		}
	};

	private final long patience;

	private final Channel channel;

	private @Nullable Watches watches;

	private int place;

	private long lastSign;

	private Watch(Guard guard, Channel channel) {
		this.patience = guard.within().toNanos();
		this.channel = channel;
		this.lastSign = System.nanoTime();
	}

	/**
	 * Begins to watch; to be called on the channel's event loop.
	 */
	public static Watch over(Guard guard, Channel channel) {
		var watch = new Watch(guard, channel);
		var watches = WATCHES.get();
		watches.add(watch);
		watches.look(channel.eventLoop());
		return watch;
	}

	/** Something passed. */
	public void sign() {
		lastSign = System.nanoTime();
	}

	public void end() {
		var loop = channel.eventLoop();
		if (loop.inEventLoop()) {
			remove();
		}
		else {
			loop.execute(this::remove);
		}
	}

	private void remove() {
		if (watches != null) {
			watches.remove(this);
		}
	}

	private boolean isSilent(long now) {
		return now - lastSign > patience;
	}

	private static final class Watches {

		private final List<Watch> all = new ArrayList<>();

		private boolean looking;

		void add(Watch watch) {
			watch.watches = this;
			watch.place = all.size();
			all.add(watch);
		}

		void remove(Watch watch) {
			var last = all.removeLast();
			if (last != watch) {
				all.set(watch.place, last);
				last.place = watch.place;
			}
			watch.watches = null;
		}

		void look(EventLoop loop) {
			if (!looking) {
				looking = true;
				loop.scheduleAtFixedRate(this::giveUpSilent, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
			}
		}

		private void giveUpSilent() {
			var now = System.nanoTime();
			for (var i = all.size() - 1; i >= 0; i--) {
				// Giving one up may end others.
				if (i < all.size() && all.get(i).isSilent(now)) {
					giveUp(all.get(i));
				}
			}
		}

		private void giveUp(Watch watch) {
			remove(watch);
			watch.channel.pipeline().fireExceptionCaught(ReadTimeoutException.INSTANCE);
			watch.channel.close();
		}

	}

}
