// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Whose word counts: what the commune writes wins over the province, the province over us. */
public enum DictionaryTier {
  /** Edited by the commune's officer. */
  COMMUNE,
  /** Shared by the communes of one province. */
  PROVINCE,
  /** Ships with the product. */
  NATIONAL
}
