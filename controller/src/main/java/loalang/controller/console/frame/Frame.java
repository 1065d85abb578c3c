// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.accounts.Actor;
import loalang.controller.accounts.Permission;
import loalang.protocol.PagingZone;

/**
 * What stands around every page.
 *
 * @param communeName as officers read it
 * @param texts in the visitor's language
 * @param account who looks
 * @param csrfToken for the page's forms
 * @param here where the page belongs
 * @param path of the page, with its query, to come back to after a change of language
 * @param places where one can go
 * @param who decides what whoever looks may do; a form for anything else is not shown
 * @param said the key of what to tell about the last act
 */
public record Frame(
    String communeName,
    Texts texts,
    String account,
    String csrfToken,
    Place here,
    String path,
    List<Place> places,
    Actor who,
    Optional<String> said) {
  public Frame {
    places = List.copyOf(places);
  }

  /** True if whoever looks may do this somewhere. */
  public boolean may(Permission permission) {
    return who.refusal(permission).isEmpty();
  }

  /** True if whoever looks may do this in all these zones, as the API would say. */
  public boolean may(Permission permission, Set<PagingZone> zones) {
    return who.refusal(permission, zones).isEmpty();
  }

  /** True if there is such a page. */
  public boolean leadsTo(Place place) {
    return places.contains(place);
  }
}
