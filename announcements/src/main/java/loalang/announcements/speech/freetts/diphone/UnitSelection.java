// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.FeatureSet;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.diphone.Diphone;
import com.sun.speech.freetts.relp.SampleInfo;
import java.util.List;
import loalang.announcements.speech.freetts.score.Score;
import loalang.announcements.speech.freetts.score.Segment;

/** Puts the halves of diphones in a row, each with the sample at which it ends. */
final class UnitSelection implements UtteranceProcessor {
  private final Inventory inventory;

  UnitSelection(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public void processUtterance(Utterance utterance) {
    SampleInfo kind = inventory.kind();
    utterance.setObject(SampleInfo.UTT_NAME, kind);
    Relation units = utterance.createRelation(Relation.UNIT);
    List<Segment> segments = ScoreFeature.of(utterance).segments();
    double border = 0;
    for (int i = 0; i + 1 < segments.size(); i++) {
      Segment next = segments.get(i + 1);
      Diphone diphone = inventory.of(segments.get(i).phone(), next.phone());
      border += segments.get(i).seconds();
      append(units, new Half(diphone, Half.FIRST), border * kind.getSampleRate());
      double middle = border + next.seconds() / 2;
      append(units, new Half(diphone, Half.SECOND), middle * kind.getSampleRate());
    }
  }

  private static void append(Relation units, Half half, double end) {
    FeatureSet features = units.appendItem().getFeatures();
    features.setString("name", half.getName());
    features.setInt("target_end", (int) end);
    features.setObject("unit", half);
  }

  /** Where an utterance of FreeTTS keeps our score. */
  static final class ScoreFeature {
    private static final String NAME = "score";

    private ScoreFeature() {}

    static void put(Utterance utterance, Score score) {
      utterance.setObject(NAME, score);
    }

    static Score of(Utterance utterance) {
      return (Score) utterance.getObject(NAME);
    }
  }
}
