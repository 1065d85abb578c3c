// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.enrolment.EnrolmentRequest;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.state.SpeakerState;
import org.jspecify.annotations.Nullable;

/**
 * One kind of JSON message and its bytes. Equal messages have equal bytes.
 *
 * @param <T> the kind of message
 */
public final class Wire<T> {
  /** Orders, inside their envelopes. */
  public static final Wire<IssuedOrder> ORDER = new Wire<>(IssuedOrder.class);

  /** Reports, inside their envelopes. */
  public static final Wire<NumberedReport> REPORT = new Wire<>(NumberedReport.class);

  /** Acknowledgements, inside their envelopes. */
  public static final Wire<Acknowledgement> ACKNOWLEDGEMENT = new Wire<>(Acknowledgement.class);

  /** States, unsigned. */
  public static final Wire<SpeakerState> STATE = new Wire<>(SpeakerState.class);

  /** Wants, unsigned. */
  public static final Wire<Want> WANT = new Wire<>(Want.class);

  /** Enrolment requests, over a connection the claim code opened. */
  public static final Wire<EnrolmentRequest> ENROLMENT_REQUEST = new Wire<>(EnrolmentRequest.class);

  /** Enrolment answers, inside their envelopes. */
  public static final Wire<EnrolmentAnswer> ENROLMENT_ANSWER = new Wire<>(EnrolmentAnswer.class);

  /** Plans, inside their envelopes. */
  public static final Wire<IssuedPlan> PLAN = new Wire<>(IssuedPlan.class);

  /** Questions for the time, unsigned: whoever asks learns nothing secret. */
  public static final Wire<ClockQuestion> CLOCK_QUESTION = new Wire<>(ClockQuestion.class);

  /** The time, inside its envelope. */
  public static final Wire<ClockAnswer> CLOCK_ANSWER = new Wire<>(ClockAnswer.class);

  /** Which keys to obey, inside their envelopes. */
  public static final Wire<KeyStatement> KEY_STATEMENT = new Wire<>(KeyStatement.class);

  private static final int MAX_NESTING = 12;
  private static final int MAX_STRING_CHARACTERS = 16 * 1024;

  private final Class<T> kind;
  private volatile @Nullable ObjectWriter writer; // each made when first needed
  private volatile @Nullable ObjectReader reader;

  private Wire(Class<T> kind) {
    this.kind = kind;
  }

  /** How this kind is written. */
  private ObjectWriter writer() {
    ObjectWriter known = writer;
    if (known == null) {
      known = Json.MAPPER.writerFor(kind);
      writer = known;
    }
    return known;
  }

  /** How this kind is read. */
  private ObjectReader reader() {
    ObjectReader known = reader;
    if (known == null) {
      known = Json.MAPPER.readerFor(kind);
      reader = known;
    }
    return known;
  }

  /** The message as UTF-8 JSON, members in the order of the record. */
  public byte[] encode(T message) {
    try {
      return writer().writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(kind.getSimpleName() + " has no JSON form.", e);
    }
  }

  /** Reads bytes from outside; every rule of the message's constructors is applied. */
  public Decoded<T> decode(byte[] bytes) {
    try {
      T value = reader().readValue(bytes);
      if (!(value instanceof Record message)) {
        return new Decoded.Malformed<>("The message is null.");
      }
      return Completeness.firstMissing(message)
          .<Decoded<T>>map(name -> new Decoded.Malformed<>("The message lacks " + name + "."))
          .orElseGet(() -> new Decoded.Understood<>(value));
    } catch (JsonProcessingException e) {
      return new Decoded.Malformed<>(e.getOriginalMessage());
    } catch (IOException e) {
      return new Decoded.Malformed<>("The bytes are no JSON.");
    }
  }

  /** Built when first needed. */
  private static final class Json {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    static {
      MAPPER
          .getFactory()
          .setStreamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxStringLength(MAX_STRING_CHARACTERS)
                  .build());
    }

    private Json() {}
  }
}
