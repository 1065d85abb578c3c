// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.ssl.SslContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.wire.AudioPartBytes;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A node reduced to its fetch, light enough to be there a thousand times: no thread of its own. It
 * asks, waits two seconds from the last part on, asks again.
 */
final class LightNode extends SimpleChannelInboundHandler<MqttMessage> {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int LARGEST_PACKET_BYTES = 1024 * 1024;

  private final SpeakerId id;
  private final Task task;
  private final BitSet held = new BitSet();
  private long receivedBytes;
  private long lastNanos;
  private @Nullable Channel channel;

  /**
   * What every node is to do.
   *
   * @param port of the broker on this machine
   * @param tls how it is spoken to
   * @param wish what to fetch
   * @param topic its parts come on
   * @param wantTopic before the node's name
   * @param heard told of every change: connected, whole
   */
  record Task(
      int port, SslContext tls, Want wish, String topic, String wantTopic, Progress heard) {}

  /** Hears how far a node is. Any thread. */
  interface Progress {
    void connected();

    void whole(LightNode node);

    void failed(Throwable cause);
  }

  LightNode(SpeakerId id, Task task) {
    this.id = id;
    this.task = task;
  }

  void connect(EventLoopGroup loops) {
    var unused =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel made) {
                    made.pipeline()
                        .addLast(task.tls().newHandler(made.alloc(), "127.0.0.1", task.port()))
                        .addLast(new MqttDecoder(LARGEST_PACKET_BYTES), MqttEncoder.INSTANCE)
                        .addLast(LightNode.this);
                  }
                })
            .connect("127.0.0.1", task.port());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    var unused =
        context.writeAndFlush(
            MqttMessageBuilders.connect()
                .protocolVersion(MqttVersion.MQTT_5)
                .clientId(id.value())
                .username(id.value())
                .password("bench".getBytes(StandardCharsets.UTF_8))
                .cleanSession(true)
                .keepAlive(120)
                .build());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
    if (message instanceof MqttConnAckMessage) {
      task.heard().connected();
    } else if (message instanceof MqttSubAckMessage) {
      ask();
    } else if (message instanceof MqttPublishMessage publish) {
      byte[] bytes = new byte[publish.payload().readableBytes()];
      publish.payload().readBytes(bytes);
      arrived(bytes);
    }
  }

  /** Listens and asks. */
  void begin() {
    Channel open = channel;
    if (open != null) {
      var unused =
          open.writeAndFlush(
              MqttMessageBuilders.subscribe()
                  .addSubscription(MqttQoS.AT_MOST_ONCE, task.topic())
                  .messageId(1)
                  .build());
    }
  }

  private void ask() {
    Channel open = channel;
    if (open == null || isWhole()) {
      return;
    }
    if (System.nanoTime() - lastNanos >= TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
      Want wish = task.wish();
      Want want = new Want(wish.digest(), wish.sizeBytes(), missing(), wish.urgent());
      var unused =
          open.writeAndFlush(
              MqttMessageBuilders.publish()
                  .topicName(task.wantTopic() + id)
                  .qos(MqttQoS.AT_MOST_ONCE)
                  .payload(Unpooled.wrappedBuffer(Wire.WANT.encode(want)))
                  .build());
      lastNanos = System.nanoTime();
    }
    long wait = (long) PATIENCE_MILLIS + ThreadLocalRandom.current().nextInt(PATIENCE_MILLIS / 2);
    var unused = open.eventLoop().schedule(this::ask, wait, TimeUnit.MILLISECONDS);
  }

  private List<PartRange> missing() {
    List<PartRange> ranges = new ArrayList<>();
    int parts = Parts.count(task.wish().sizeBytes());
    int first = held.nextClearBit(0);
    while (first < parts && ranges.size() < Want.MAX_RANGES) {
      int next = held.nextSetBit(first);
      int last = next < 0 ? parts - 1 : next - 1;
      ranges.add(new PartRange(first, last));
      first = held.nextClearBit(last + 1);
    }
    return ranges;
  }

  private void arrived(byte[] bytes) {
    receivedBytes += bytes.length;
    lastNanos = System.nanoTime();
    if (AudioPartBytes.decode(bytes) instanceof Decoded.Understood<AudioPart> part
        && !held.get(part.value().index())) {
      held.set(part.value().index());
      if (isWhole()) {
        task.heard().whole(this);
      }
    }
  }

  private boolean isWhole() {
    return held.cardinality() == Parts.count(task.wish().sizeBytes());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    task.heard().failed(cause);
    var unused = context.close();
  }

  /** What came over the line as sound, needed or not. */
  long receivedBytes() {
    return receivedBytes;
  }

  /** Does not listen any more. */
  void unsubscribe() {
    Channel open = channel;
    if (open != null) {
      var unused =
          open.writeAndFlush(
              MqttMessageBuilders.unsubscribe().addTopicFilter(task.topic()).messageId(2).build());
    }
  }
}
