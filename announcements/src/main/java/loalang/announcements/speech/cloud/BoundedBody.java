// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body of at most so many bytes: a longer one ends the exchange. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> all;
  private final long maxBytes;
  private long seen;
  private Flow.@Nullable Subscription exchange;

  BoundedBody(BodySubscriber<byte[]> all, long maxBytes) {
    this.all = all;
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return all.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    exchange = subscription;
    all.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (seen <= maxBytes) {
      all.onNext(buffers);
    } else if (exchange != null) {
      exchange.cancel();
      exchange = null;
      all.onError(new IOException("more than %d bytes".formatted(maxBytes)));
    }
  }

  @Override
  public void onError(Throwable fault) {
    all.onError(fault);
  }

  @Override
  public void onComplete() {
    all.onComplete();
  }
}
