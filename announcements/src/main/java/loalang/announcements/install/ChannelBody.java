// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes a body to a file as it comes, as long as the file does not become too large. */
final class ChannelBody implements BodySubscriber<Long> {
  private final FileChannel channel;
  private final long maxBytes;
  private final LongConsumer progress;
  private final AtomicLong here;
  private final CompletableFuture<Long> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription exchange;

  ChannelBody(FileChannel channel, long from, long maxBytes, LongConsumer progress) {
    this.channel = channel;
    this.maxBytes = maxBytes;
    this.progress = progress;
    this.here = new AtomicLong(from);
  }

  @Override
  public CompletionStage<Long> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    exchange = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (end.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        here.addAndGet(buffer.remaining());
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      if (here.get() > maxBytes) {
        throw new TooMuch(here.get());
      }
      progress.accept(here.get());
    } catch (IOException fault) {
      if (exchange != null) {
        exchange.cancel();
      }
      onError(fault);
    }
  }

  @Override
  public void onError(Throwable fault) {
    close();
    end.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    close();
    end.complete(here.get());
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException e) {
      end.completeExceptionally(e);
    }
  }

  /** More than was allowed. */
  static final class TooMuch extends IOException {
    private final long bytes;

    TooMuch(long bytes) {
      super("more than %d bytes".formatted(bytes));
      this.bytes = bytes;
    }

    long bytes() {
      return bytes;
    }
  }
}
