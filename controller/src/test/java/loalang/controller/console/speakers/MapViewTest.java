// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.Speaker;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MapViewTest {
  private static final VerifyKey KEY = SigningKey.generate().verifyKey();

  @Test
  void north_is_up_east_is_right_and_the_bar_tells_how_far() {
    // 0.01° of latitude is 1,112 m, 0.01° of longitude at 21° north 1,038 m
    MapView map = draw(new double[][] {{21.00, 105.00}, {21.01, 105.00}, {21.00, 105.01}});

    MapView.Pole south = map.poles().get(0);
    MapView.Pole north = map.poles().get(1);
    MapView.Pole east = map.poles().get(2);
    assertTrue(north.y() < south.y() && north.x() == south.x(), map.toString());
    assertTrue(east.x() > south.x() && east.y() == south.y(), map.toString());
    double metresPerUnit = (double) map.metres() / map.bar();
    assertEquals(1_112, (south.y() - north.y()) * metresPerUnit, 6);
    assertEquals(1_038, (east.x() - south.x()) * metresPerUnit, 6);
  }

  @Test
  void every_pole_stands_on_the_drawing_however_far_they_are_apart() {
    for (MapView map :
        List.of(
            draw(new double[][] {{21, 105}}),
            draw(new double[][] {{8.5, 104.7}, {23.4, 105.3}, {12.6, 109.4}}),
            draw(new double[][] {{21, 105}, {21, 106}}))) {
      for (MapView.Pole pole : map.poles()) {
        assertTrue(pole.x() >= 60 && pole.x() <= MapView.WIDTH - 60, map.toString());
        assertTrue(pole.y() >= 60 && pole.y() <= MapView.HEIGHT - 60, map.toString());
      }
      assertTrue(map.bar() > 0 && map.bar() <= MapView.WIDTH / 4, map.toString());
    }
  }

  @Test
  void who_has_no_point_is_not_drawn() {
    assertEquals(List.of(), MapView.of(List.of(speaker("thon-mot")), Map.of()).poles());
  }

  @ParameterizedTest
  @CsvSource({
    "20.971, 105.778, true",
    "'20,971', '105,778', true",
    "'', '', true",
    "20.971, '', false",
    "91, 105, false",
    "NaN, 105, false",
    "bắc, 105, false",
  })
  void coordinates_are_taken_as_people_type_them(String latitude, String longitude, boolean good) {
    assertEquals(good, new SiteForm("Nhà văn hóa", latitude, longitude).site().isPresent());
  }

  private static MapView draw(double[][] points) {
    List<Speaker> speakers = new ArrayList<>();
    Map<SpeakerId, Site> sites = new HashMap<>();
    for (int i = 0; i < points.length; i++) {
      Speaker speaker = speaker("cum-" + i);
      speakers.add(speaker);
      sites.put(
          speaker.id(), new Site("", Optional.of(new Site.Point(points[i][0], points[i][1]))));
    }
    return MapView.of(speakers, sites);
  }

  private static Speaker speaker(String name) {
    return new Speaker(
        new SpeakerId(name),
        Set.of(new PagingZone("thon-mot")),
        KEY,
        true,
        Optional.empty(),
        Optional.empty());
  }
}
