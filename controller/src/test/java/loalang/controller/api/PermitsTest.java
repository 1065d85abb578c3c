// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import loalang.controller.accounts.Permission;
import loalang.controller.accounts.Role;
import loalang.controller.kit.Account;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** No operation is reached without its permission, whoever asks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermitsTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private record Door(String operation, String method, String path) {}

  private final List<Door> doors = new ArrayList<>();
  private TestOffice office;

  @BeforeAll
  void open(@TempDir Path data) throws IOException {
    office = TestOffice.open(data);
    try (InputStream yaml =
        Objects.requireNonNull(getClass().getResourceAsStream("/openapi.yaml"))) {
      Map<?, ?> contract =
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      ((Map<?, ?>) Objects.requireNonNull(contract.get("paths")))
          .forEach((path, item) -> collect(path, (Map<?, ?>) item));
    }
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void every_operation_has_one_line_in_the_table_and_no_line_is_left_over() {
    Set<String> operations = new TreeSet<>();
    doors.forEach(door -> operations.add(door.operation()));
    assertEquals(operations, new TreeSet<>(Permits.operations()));
    assertTrue(operations.size() > 65, operations.toString());
    assertThrows(IllegalStateException.class, () -> Permits.of("openSesame"));
  }

  @Test
  void every_permission_is_asked_for_somewhere() {
    Set<Permission> asked = new HashSet<>();
    Permits.operations().forEach(operation -> asked.add(Permits.of(operation)));
    assertEquals(Set.of(Permission.values()), asked);
  }

  @Test
  void a_stranger_comes_in_nowhere() {
    for (Door door : doors) {
      HttpResponse<String> answer = asStranger(door);
      int expected = door.operation().equals("getHealth") ? 200 : 401;
      assertEquals(expected, answer.statusCode(), door + answer.body());
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void each_role_comes_in_where_the_table_says_and_nowhere_else(Role role) {
    Account account = Account.make(office, "mot-" + role.word(), role.word());
    for (Door door : doors) {
      Permission needed = Permits.of(door.operation());
      if (door.operation().equals("followEvents")) {
        continue; // it would not end; everybody may
      }
      Officer.Answer answer =
          account.send(door.method(), door.path(), BodyPublishers.ofString("{}"));
      boolean isRefused =
          answer.status() == 403 && "NOT_ALLOWED".equals(answer.json().getString("code"));
      assertEquals(!needed.isFor(role), isRefused, role + " " + door + answer.text());
    }
  }

  @Test
  void somebody_without_any_role_keeps_their_own_account_and_sees_nothing() {
    Account nobody = Account.make(office, "khong-vai");
    for (Door door : doors) {
      boolean isOwn =
          Set.of(Permission.KEEP_OWN_ACCOUNT, Permission.NOTHING_NEEDED)
              .contains(Permits.of(door.operation()));
      Officer.Answer answer =
          nobody.send(door.method(), door.path(), BodyPublishers.ofString("{}"));
      assertEquals(!isOwn, answer.status() == 403, door + answer.text());
    }
  }

  @Test
  void a_stolen_cookie_changes_nothing_without_the_pages_token() {
    Account admin = Account.make(office, "bi-trom", "admin", "officer", "approver");
    for (Door door : doors) {
      if (door.method().equals("GET")) {
        continue;
      }
      HttpResponse<String> answer =
          exchange(
              request(door)
                  .header("Cookie", admin.cookie())
                  .header("X-CSRF-Token", "0".repeat(64)));
      assertEquals("FORM_NOT_OURS", new JsonObject(answer.body()).getString("code"), door + "");
    }
  }

  @Test
  void a_path_written_otherwise_is_no_way_around() {
    Account viewer = Account.make(office, "di-vong", "viewer");
    for (String path :
        List.of("//accounts", "/./accounts", "/accounts/", "/%61ccounts", "/x/../accounts")) {
      Officer.Answer answer = viewer.get(path);
      assertTrue(Set.of(403, 404).contains(answer.status()), path + " " + answer.text());
    }
  }

  private void collect(Object path, Map<?, ?> item) {
    item.forEach(
        (method, operation) -> {
          if (METHODS.contains(method)) {
            String name = String.valueOf(((Map<?, ?>) operation).get("operationId"));
            String address =
                path.toString()
                    .replace("{session}", "0123456789abcdef")
                    .replaceAll("\\{[a-z]+}", "thu-1");
            doors.add(
                new Door(name, method.toString().toUpperCase(java.util.Locale.ROOT), address));
          }
        });
  }

  private HttpResponse<String> asStranger(Door door) {
    return exchange(request(door));
  }

  private HttpRequest.Builder request(Door door) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + office.httpPort() + "/api/v1" + door.path()))
        .header("Content-Type", "application/json")
        .method(door.method(), BodyPublishers.ofString("{}"));
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
