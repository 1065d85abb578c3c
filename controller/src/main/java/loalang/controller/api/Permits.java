// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loalang.controller.accounts.Permission;

/** What each operation of the contract needs: the one table. An operation without a line fails. */
final class Permits {
  private static final Map<Permission, List<String>> TABLE = table();
  private static final Map<String, Permission> BY_OPERATION = byOperation();

  private Permits() {}

  private static Map<Permission, List<String>> table() {
    Map<Permission, List<String>> table = new EnumMap<>(Permission.class);
    table.put(Permission.NOTHING_NEEDED, List.of("getHealth"));
    table.put(Permission.READ, reading());
    table.put(
        Permission.WRITE_NOTICES,
        List.of(
            "createNotice",
            "renderNotice",
            "fixReading",
            "unfixReading",
            "readScript",
            "readDocument",
            "makeNotices",
            "tryDictionaryEntry",
            "sendForApproval",
            "createRecordedNotice",
            "cancelProduction",
            "putVersion",
            "recordVersion",
            "removeVersion",
            "renderVersion"));
    table.put(Permission.AIR, List.of("airNotice", "withdrawHeld"));
    table.put(Permission.STOP, List.of("stopAiring"));
    table.put(Permission.SILENCE, List.of("orderSilence", "liftSilence"));
    table.put(Permission.ASK_EMERGENCY, List.of("askEmergency", "withdrawEmergency"));
    table.put(Permission.ASK_RELEASE, List.of("requestRelease"));
    table.put(Permission.RELEASE, List.of("release", "releaseEmergency"));
    table.put(Permission.APPROVE, List.of("approve", "returnForChange"));
    table.put(Permission.PLAN, List.of("putProgramme", "putProgrammes", "removeProgramme"));
    table.put(Permission.SET_STATION, List.of("putStation", "putZoneVersion", "removeZoneVersion"));
    table.put(
        Permission.EDIT_DICTIONARY,
        List.of("putDictionaryEntry", "removeDictionaryEntry", "importDictionary"));
    table.putAll(aboutSpeakers());
    table.putAll(aboutAccounts());
    return table;
  }

  private static Map<Permission, List<String>> aboutSpeakers() {
    return Map.of(
        Permission.ADD_SPEAKERS,
        List.of("issueTicket", "revokeSpeaker"),
        Permission.CHECK_MACHINE,
        List.of("getCheckup"),
        Permission.TUNE_SPEAKERS,
        List.of("setVolume", "takeVolumeBack", "askSelfTest", "askSelfTests"));
  }

  private static Map<Permission, List<String>> aboutAccounts() {
    return Map.of(
        Permission.KEEP_OWN_ACCOUNT,
        List.of(
            "getMe",
            "changePassword",
            "beginTotp",
            "confirmTotp",
            "removeTotp",
            "listMySessions",
            "endMySession"),
        Permission.MANAGE_ACCOUNTS,
        List.of(
            "listAccounts",
            "addAccount",
            "grantRoles",
            "disableAccount",
            "enableAccount",
            "resetPassword",
            "removeAccountTotp",
            "listAccountSessions",
            "endAccountSessions"),
        Permission.MANAGE_KEYS,
        List.of("rotateKey", "revokeKey", "importKey"),
        Permission.CHANGE_SETTINGS,
        List.of("putSettings"),
        Permission.READ_AUDIT,
        List.of("listAudit", "verifyAudit", "exportAudit"));
  }

  private static List<String> reading() {
    return List.of(
        "listNotices",
        "getNotice",
        "listenToNotice",
        "getScript",
        "listDictionary",
        "listDictionaryHistory",
        "exportDictionary",
        "listAirings",
        "getAiring",
        "listSpeakers",
        "getVolume",
        "getSelfTest",
        "listProgrammes",
        "getProgramme",
        "exportSchedule",
        "listHeld",
        "getRundown",
        "whatSounds",
        "getCalendar",
        "listCues",
        "followEvents",
        "getApproval",
        "listApprovals",
        "listEmergencies",
        "getSettings",
        "getReadiness",
        "listSilences",
        "getKeys",
        "getProduction",
        "listenToVersion",
        "listZoneVersions",
        "getStation",
        "listStationHistory");
  }

  /** What an operation needs. */
  static Permission of(String operation) {
    Permission permission = BY_OPERATION.get(operation);
    if (permission == null) {
      throw new IllegalStateException(
          "Nobody said who may \"%s\": give it a line in Permits.".formatted(operation));
    }
    return permission;
  }

  /** Every operation that has a line. */
  static Set<String> operations() {
    return BY_OPERATION.keySet();
  }

  private static Map<String, Permission> byOperation() {
    Map<String, Permission> all = new HashMap<>();
    TABLE.forEach((permission, operations) -> put(all, permission, operations));
    return Map.copyOf(all);
  }

  private static void put(
      Map<String, Permission> all, Permission permission, Collection<String> operations) {
    for (String operation : operations) {
      if (all.put(operation, permission) != null) {
        throw new IllegalStateException("%s stands in two lines.".formatted(operation));
      }
    }
  }
}
