package dev.jangteo.defaults.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request of undeclared length, of which only so much can be read.
 */
class BoundedRequest extends HttpServletRequestWrapper {

	private final long limit;

	private @Nullable ServletInputStream body;

	BoundedRequest(HttpServletRequest request, long limit) {
		super(request);
		this.limit = limit;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (this.body == null) {
			this.body = new Bounded(super.getInputStream(), this.limit);
		}
		return this.body;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		var encoding = getCharacterEncoding();
		return new BufferedReader(new InputStreamReader(getInputStream(),
				(encoding != null) ? Charset.forName(encoding) : StandardCharsets.UTF_8));
	}

	private static final class Bounded extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private long count;

		private Bounded(ServletInputStream body, long limit) {
			this.body = body;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			var read = this.body.read();
			count((read < 0) ? 0 : 1);
			return read;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			var read = this.body.read(bytes, offset, length);
			count(Math.max(0, read));
			return read;
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

		private void count(int more) throws BodyTooLarge {
			this.count += more;
			if (this.count > this.limit) {
				throw new BodyTooLarge(this.limit);
			}
		}

	}

}
