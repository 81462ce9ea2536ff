package dev.jangteo.defaults.clients;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer whose call ends, once, when it is closed: as a failure when its status is 5xx
 * or its body could not be read.
 */
class CountedResponse implements ClientHttpResponse {

	private final ClientHttpResponse response;

	private final Consumer<@Nullable Exception> end;

	private final AtomicBoolean ended = new AtomicBoolean();

	private volatile @Nullable Exception failure;

	CountedResponse(ClientHttpResponse response, Consumer<@Nullable Exception> end) throws IOException {
		this.response = response;
		this.end = end;
		if (response.getStatusCode().is5xxServerError()) {
			this.failure = new IOException("status " + response.getStatusCode().value());
		}
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.getHeaders();
	}

	@Override
	public InputStream getBody() throws IOException {
		return new FilterInputStream(this.response.getBody()) {

			@Override
			public int read() throws IOException {
				try {
					return super.read();
				}
				catch (IOException ex) {
					throw failed(ex);
				}
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				try {
					return super.read(bytes, offset, length);
				}
				catch (IOException ex) {
					throw failed(ex);
				}
			}

		};
	}

	@Override
	public void close() {
		try {
			this.response.close();
		}
		finally {
			if (this.ended.compareAndSet(false, true)) {
				this.end.accept(this.failure);
			}
		}
	}

	private IOException failed(IOException ex) {
		this.failure = ex;
		return ex;
	}

}
