// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

/**
 * What the office asks of its people.
 *
 * @param approvalNeeded whether only an approved version of a notice is aired
 * @param emergencyNeedsTwo whether a second person must release an emergency
 */
public record OfficeSettings(boolean approvalNeeded, boolean emergencyNeedsTwo) {
  /** As long as nobody decided otherwise: the strict ones. */
  public static final OfficeSettings STRICT = new OfficeSettings(true, true);
}
