// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.topic.Topics;

/**
 * Mosquitto's dynamic-security plugin in its own words: the file it starts with and the commands it
 * takes while it runs. Each client has a role of its own with the exact topics of {@link
 * AccessRules}. Pure.
 */
final class DynamicSecurity {
  static final String COMMANDS = "$CONTROL/dynamic-security/v1";
  private static final String CONTROL = "$CONTROL/dynamic-security/#";

  private final Topics topics;
  private final AccessRules rules;

  DynamicSecurity(Topics topics) {
    this.topics = topics;
    this.rules = new AccessRules(topics);
  }

  /** A pole as the plugin's file has it. */
  record Member(SpeakerId speaker, Set<PagingZone> zones, BrokerPassword password) {}

  /** What the plugin starts with: the office and these poles; nobody else may do anything. */
  JsonObject file(BrokerPassword office, List<Member> members) {
    JsonArray clients = new JsonArray().add(client(OfficeGate.OFFICE, office));
    JsonArray roles = new JsonArray().add(role(OfficeGate.OFFICE, officeRights()));
    for (Member member : members) {
      String name = member.speaker().value();
      clients.add(client(name, member.password()));
      roles.add(role(name, nodeRights(member.speaker(), member.zones())));
    }
    JsonObject otherwise =
        new JsonObject()
            .put("publishClientSend", false)
            .put("publishClientReceive", false)
            .put("subscribe", false)
            .put("unsubscribe", true);
    return new JsonObject()
        .put("defaultACLAccess", otherwise)
        .put("clients", clients)
        .put("groups", new JsonArray())
        .put("roles", roles);
  }

  /** Makes a pole's account anew; its connection, if it has one, ends. */
  JsonObject admit(SpeakerId speaker, Set<PagingZone> zones, String password) {
    return made(speaker.value(), nodeRights(speaker, zones), password);
  }

  /** Makes the account of a claim code. */
  JsonObject admitClaim(String clientId, String code) {
    JsonArray rights = new JsonArray();
    add(rights, "publishClientSend", Set.of(topics.enrol()));
    hear(rights, Set.of(topics.enrolled(clientId)));
    return made(clientId, rights, code);
  }

  /** Ends an account and its connection. */
  JsonObject remove(String name) {
    return commands(gone(name));
  }

  private JsonObject made(String name, JsonArray rights, String password) {
    JsonArray roles = new JsonArray().add(new JsonObject().put("rolename", name));
    return commands(
        gone(name)
            .add(command("createRole").put("rolename", name).put("acls", rights))
            .add(
                command("createClient")
                    .put("username", name)
                    .put("clientid", name)
                    .put("password", password)
                    .put("roles", roles)));
  }

  private static JsonArray gone(String name) {
    return new JsonArray()
        .add(command("deleteClient").put("username", name))
        .add(command("deleteRole").put("rolename", name));
  }

  private JsonArray officeRights() {
    JsonArray rights = new JsonArray();
    Set<String> all = Set.of("loa/v1/" + topics.commune() + "/#", CONTROL);
    add(rights, "publishClientSend", all);
    hear(rights, all);
    return rights;
  }

  private JsonArray nodeRights(SpeakerId speaker, Set<PagingZone> zones) {
    JsonArray rights = new JsonArray();
    add(rights, "publishClientSend", rules.says(speaker));
    hear(rights, rules.hears(speaker, zones));
    return rights;
  }

  private static void hear(JsonArray rights, Set<String> filters) {
    add(rights, "subscribePattern", filters);
    add(rights, "publishClientReceive", filters);
  }

  private static void add(JsonArray rights, String kind, Set<String> filters) {
    for (String filter : new TreeSet<>(filters)) {
      rights.add(new JsonObject().put("acltype", kind).put("topic", filter).put("allow", true));
    }
  }

  private static JsonObject client(String name, BrokerPassword password) {
    return new JsonObject()
        .put("username", name)
        .put("clientid", name)
        .put("roles", new JsonArray().add(new JsonObject().put("rolename", name)))
        .put("password", password.hash())
        .put("salt", password.salt())
        .put("iterations", password.rounds());
  }

  private static JsonObject role(String name, JsonArray rights) {
    return new JsonObject().put("rolename", name).put("acls", rights);
  }

  private static JsonObject command(String name) {
    return new JsonObject().put("command", name);
  }

  private static JsonObject commands(JsonArray commands) {
    return new JsonObject().put("commands", commands);
  }
}
