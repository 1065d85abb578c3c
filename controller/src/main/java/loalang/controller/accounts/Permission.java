// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static loalang.controller.accounts.Role.ADMIN;
import static loalang.controller.accounts.Role.APPROVER;
import static loalang.controller.accounts.Role.HAMLET_HEAD;
import static loalang.controller.accounts.Role.OFFICER;
import static loalang.controller.accounts.Role.TECHNICIAN;

import java.util.EnumSet;
import java.util.Set;

/** What can be done, and which roles may. Nobody may more than what stands here. */
public enum Permission {
  /** What a stranger may: see that the office works. */
  NOTHING_NEEDED(Extent.ANYONE),
  /** One's own password, second factor and sessions. */
  KEEP_OWN_ACCOUNT(Extent.LOGGED_IN),
  /** See and hear all that is aired or planned. */
  READ(Extent.SOMEWHERE),
  /** Write, read out, mend and render notices, and send them for approval. */
  WRITE_NOTICES(Extent.SOMEWHERE),
  /** Air a notice in zones. */
  AIR(Extent.ZONES),
  /** Stop an airing in zones. */
  STOP(Extent.ZONES),
  /** Order zones to be silent, and lift it; everywhere if no zone is named. */
  SILENCE(Extent.ZONES),
  /** Ask for an emergency in zones. */
  ASK_EMERGENCY(Extent.ZONES),
  /** Ask a second person to let through what a rule holds back in zones. */
  ASK_RELEASE(Extent.ZONES),
  /** Be the second person for zones. */
  RELEASE(Extent.ZONES),
  /** Approve or return notices: what is approved may sound anywhere. */
  APPROVE(Extent.WHOLE_COMMUNE),
  /** Put and remove sheets: a sheet speaks of any zone. */
  PLAN(Extent.WHOLE_COMMUNE),
  /** Change how the station sounds, and which zone hears which version. */
  SET_STATION(Extent.WHOLE_COMMUNE),
  /** Change how words are read in every notice. */
  EDIT_DICTIONARY(Extent.WHOLE_COMMUNE),
  /** Let new loudspeakers into zones, say where they hang, and turn lost ones out. */
  ADD_SPEAKERS(Extent.ZONES),
  /** Set how loud loudspeakers of zones are, and have them look themselves over. */
  TUNE_SPEAKERS(Extent.ZONES),
  /** See what the office's machine lacks, and look at it anew. */
  CHECK_MACHINE(Extent.SOMEWHERE),
  /** Make, change and disable accounts. */
  MANAGE_ACCOUNTS(Extent.WHOLE_COMMUNE),
  /** Make, revoke and import keys. */
  MANAGE_KEYS(Extent.WHOLE_COMMUNE),
  /** Change what the office asks of its people. */
  CHANGE_SETTINGS(Extent.WHOLE_COMMUNE),
  /** Read the audit log. */
  READ_AUDIT(Extent.WHOLE_COMMUNE);

  /** How much of the commune a grant must cover. */
  public enum Extent {
    /** Nobody needs to be logged in. */
    ANYONE,
    /** Whoever is logged in may, also with a one-time password. */
    LOGGED_IN,
    /** A grant for any zone is enough. */
    SOMEWHERE,
    /** A grant must cover the zones in question. */
    ZONES,
    /** A grant must cover the whole commune. */
    WHOLE_COMMUNE
  }

  private final Extent extent;

  Permission(Extent extent) {
    this.extent = extent;
  }

  /** How much of the commune a grant must cover. */
  public Extent extent() {
    return extent;
  }

  /** True if this role may, where it is granted. */
  public boolean isFor(Role role) {
    return roles().contains(role);
  }

  private Set<Role> roles() {
    return switch (this) {
      case NOTHING_NEEDED, KEEP_OWN_ACCOUNT, READ -> EnumSet.allOf(Role.class);
      case WRITE_NOTICES, AIR -> EnumSet.of(OFFICER, HAMLET_HEAD);
      case STOP, SILENCE, ASK_EMERGENCY, ASK_RELEASE -> EnumSet.of(OFFICER, APPROVER, HAMLET_HEAD);
      case RELEASE, APPROVE -> EnumSet.of(APPROVER);
      case PLAN, SET_STATION, EDIT_DICTIONARY -> EnumSet.of(OFFICER);
      case TUNE_SPEAKERS -> EnumSet.of(OFFICER, TECHNICIAN);
      case ADD_SPEAKERS -> EnumSet.of(TECHNICIAN);
      case CHECK_MACHINE -> EnumSet.of(TECHNICIAN, ADMIN);
      case MANAGE_ACCOUNTS, MANAGE_KEYS, CHANGE_SETTINGS, READ_AUDIT -> EnumSet.of(ADMIN);
    };
  }
}
