// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import loalang.controller.client.OfficeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** People's accounts, by the owner of the machine. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = {
      "Tài khoản: xem, thêm, phân quyền, khóa, mật khẩu, mã xác thực, phiên đăng nhập.",
      "People's accounts. Roles: officer (cán bộ), approver (lãnh đạo), hamlet-head (trưởng",
      "thôn), technician (kỹ thuật), viewer (người xem), admin (quản trị)."
    },
    subcommands = {
      AccountCommand.Listing.class,
      AccountCommand.Adding.class,
      AccountCommand.Granting.class,
      AccountCommand.Disabling.class,
      AccountCommand.Enabling.class,
      AccountCommand.Resetting.class,
      AccountCommand.Totp.class,
      AccountCommand.Sessions.class
    })
final class AccountCommand implements Runnable {
  private static final String PATH = "/accounts";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "list, add, role, disable, enable, password, totp hay / or sessions?");
  }

  /** What every command about accounts has. */
  abstract static class About implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    abstract JsonNode ask(OfficeClient client);

    void tell(JsonNode answer, PrintWriter out) {
      AccountCommand.tellAccount(answer, out);
    }

    @Override
    public Integer call() {
      JsonNode answer = ask(office.office());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
      } else {
        tell(answer, out);
      }
      out.flush();
      return 0;
    }

    List<Map<String, Object>> grants(List<String> roles) {
      List<Map<String, Object>> grants = new ArrayList<>();
      for (String role : roles) {
        String[] parts = role.split("@", 2);
        Map<String, Object> grant = new TreeMap<>(Map.of("role", parts[0]));
        if (parts.length > 1) {
          grant.put("zones", List.of(parts[1].split(",", -1)));
        }
        grants.add(grant);
      }
      return grants;
    }
  }

  /** A command about one account. */
  abstract static class AboutOne extends About {
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Tên tài khoản / its name.")
    private String name = "";

    String path(String rest) {
      return PATH + "/" + name + rest;
    }

    String name() {
      return name;
    }
  }

  /** A command about one account that names roles. */
  abstract static class AboutRoles extends AboutOne {
    @Option(
        names = {"-r", "--role"},
        required = true,
        paramLabel = "ROLE[@ZONE,…]",
        description = "Vai trò, cả xã hoặc vài địa bàn: hamlet-head@thon-1; may be repeated.")
    private List<String> roles = List.of();

    List<Map<String, Object>> grants() {
      return grants(roles);
    }
  }

  /** Shows them. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Xem các tài khoản / show the accounts.")
  static final class Listing extends About {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.get(PATH);
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      answer.path("accounts").forEach(account -> tellAccount(account, out));
    }
  }

  /** Makes one. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Thêm tài khoản; in mật khẩu dùng một lần / make one; prints its password.")
  static final class Adding extends AboutRoles {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.post(PATH, Map.of("name", name(), "grants", grants()));
    }
  }

  /** Grants roles. */
  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Phân quyền, thay cho quyền cũ / grant roles in place of those there were.")
  static final class Granting extends AboutRoles {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.put(path("/grants"), Map.of("grants", grants()));
    }
  }

  /** Closes one. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Khóa tài khoản / nobody logs in with it any more.")
  static final class Disabling extends AboutOne {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.post(path("/disable"), Map.of());
    }
  }

  /** Opens it again. */
  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Mở lại tài khoản / it works again.")
  static final class Enabling extends AboutOne {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.post(path("/enable"), Map.of());
    }
  }

  /** Gives a new password. */
  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Cấp mật khẩu dùng một lần / a one-time password in place of the old one.")
  static final class Resetting extends AboutOne {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.post(path("/password"), Map.of());
    }
  }

  /** Takes the second factor away. */
  @Command(
      name = "totp",
      mixinStandardHelpOptions = true,
      description = "Bỏ mã xác thực của người bị mất máy / take a lost second factor away.")
  static final class Totp extends AboutOne {
    @Option(
        names = "--remove",
        required = true,
        description = "Bỏ / take it away; its owner sets a new one on the page.")
    private boolean isRemoved;

    @Override
    JsonNode ask(OfficeClient client) {
      return isRemoved ? client.delete(path("/totp")) : client.get(PATH);
    }
  }

  /** Where somebody is logged in. */
  @Command(
      name = "sessions",
      mixinStandardHelpOptions = true,
      description = "Xem hoặc kết thúc phiên đăng nhập / where somebody is logged in.")
  static final class Sessions extends AboutOne {
    @Option(names = "--end", description = "Kết thúc tất cả / log them out everywhere.")
    private boolean isEnding;

    @Override
    JsonNode ask(OfficeClient client) {
      return isEnding ? client.delete(path("/sessions")) : client.get(path("/sessions"));
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      if (isEnding) {
        tellAccount(answer, out);
        return;
      }
      for (JsonNode session : answer.path("sessions")) {
        out.printf(
            "%s  %s → %s  %s  %s%n",
            session.path("id").asText(),
            session.path("openedAt").asText(),
            session.path("seenAt").asText(),
            session.path("address").asText(),
            session.path("device").asText());
      }
    }
  }

  private static void tellAccount(JsonNode account, PrintWriter out) {
    List<String> grants = new ArrayList<>();
    for (JsonNode grant : account.path("grants")) {
      List<String> zones = new ArrayList<>();
      grant.path("zones").forEach(zone -> zones.add(zone.asText()));
      grants.add(
          grant.path("role").asText() + (zones.isEmpty() ? "" : "@" + String.join(",", zones)));
    }
    out.printf(
        "%s  %s%s%s%n",
        account.path("name").asText(),
        String.join(" ", grants),
        account.path("enabled").asBoolean() ? "" : "  (đã khóa / disabled)",
        account.path("hasTotp").asBoolean() ? "  (có mã xác thực / second factor)" : "");
    if (account.has("oneTimePassword")) {
      out.printf(
          "mật khẩu dùng một lần, trong ba ngày / one-time password, for three days: %s%n",
          account.path("oneTimePassword").asText());
    }
  }
}
