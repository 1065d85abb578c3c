// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

/** What the elements of an office format mean for the flow of text. */
interface OfficeElements {
  /** Whether an element and all in it is never text. */
  boolean isHidden(String element);

  void start(String element, Attributes attributes, Flow flow);

  void end(String element, Flow flow);

  void text(String characters, Flow flow);
}
