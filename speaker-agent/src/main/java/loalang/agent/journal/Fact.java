// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.journal;

import java.time.Instant;
import java.time.LocalDate;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Gain;
import loalang.protocol.Volume;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Issuer;

/** A thing that happened on this pole and must outlive a power cut. */
public sealed interface Fact {

  /** Hands the fact to the method made for it. */
  void tell(FactReader reader);

  /**
   * A genuine order was accepted.
   *
   * @param signer whose signature
   * @param order the order as signed bytes of JSON
   */
  record OrderTaken(KeyId signer, Bytes order) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.orderTaken(this);
    }
  }

  /**
   * A genuine order was judged and not accepted: its copies are nothing new.
   *
   * @param sequence the warrant's
   */
  record SequenceJudged(KeyId signer, long sequence) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.sequenceJudged(this);
    }
  }

  /**
   * Every sequence of one key judged so far; written when the journal is made smaller.
   *
   * @param highest the highest sequence
   * @param bits which ones below it
   */
  record WindowKept(KeyId signer, long highest, Bytes bits) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.windowKept(this);
    }
  }

  /** The volume was set; written when the journal is made smaller. */
  record VolumeKept(Volume volume) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.volumeKept(this);
    }
  }

  /** The level was set; earlier versions wrote it when they made the journal smaller. */
  record GainKept(Gain gain) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.gainKept(this);
    }
  }

  /**
   * An airing is about to sound. Written before its first frame, so that it never sounds twice.
   *
   * @param at by the node's clock
   * @param framesDue what playing it whole takes
   */
  record AiringStarted(AiringId airing, Instant at, long framesDue) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.airingStarted(this);
    }
  }

  /**
   * How far it got.
   *
   * @param framesRendered what the device had consumed
   */
  record AiringProgressed(AiringId airing, long framesRendered) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.airingProgressed(this);
    }
  }

  /** It is over, however it ended, or was never begun; it will never sound again. */
  record AiringOver(AiringId airing) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.airingOver(this);
    }
  }

  /** It was stopped before its order came; written when the journal is made smaller. */
  record StopKept(AiringId airing) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.stopKept(this);
    }
  }

  /**
   * A report was written.
   *
   * @param number its place in the chain
   * @param envelope as signed
   */
  record ReportWritten(long number, Bytes envelope) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.reportWritten(this);
    }
  }

  /** The office has stored every report up to this one. */
  record ReportsAcknowledged(long through) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.reportsAcknowledged(this);
    }
  }

  /**
   * Where the chain of reports stands; written when the journal is made smaller.
   *
   * @param number of the last report that is not kept any more
   * @param digest of its signed bytes
   */
  record ChainKept(long number, Digest digest) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.chainKept(this);
    }
  }

  /**
   * An order of silence stands; written when the journal is made smaller.
   *
   * @param until its end, exclusive
   * @param signer whose order it was
   * @param sequence of its warrant
   */
  record SilenceKept(Instant until, KeyId signer, long sequence) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.silenceKept(this);
    }
  }

  /**
   * An edition of a day's plan was taken: from now on no earlier one of this key.
   *
   * @param date the day
   * @param signer whose signature
   */
  record PlanTaken(LocalDate date, KeyId signer, long edition) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.planTaken(this);
    }
  }

  /** The office was told which keys of a level are obeyed. */
  record KeysReported(Issuer level, long edition) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.keysReported(this);
    }
  }

  /** The office has shown that it gives releases: from now on they are asked for. */
  record ReleaseSeen() implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.releaseSeen(this);
    }
  }

  /** What recordings cost so far on one day, in bytes received. */
  record DataSpent(LocalDate day, long bytes) implements Fact {
    @Override
    public void tell(FactReader reader) {
      reader.dataSpent(this);
    }
  }
}
