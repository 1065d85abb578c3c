// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

/**
 * What somebody who logs in shows.
 *
 * @param account its name
 * @param password as typed
 * @param code the second factor: six figures, or a recovery code; empty if none was typed
 * @param from where the request comes from
 */
public record LoginForm(String account, String password, String code, Origin from) {
  /**
   * Where a request comes from.
   *
   * @param address of the network
   * @param device what the browser calls itself, at most 200 characters
   */
  public record Origin(String address, String device) {
    private static final int LONGEST = 200;

    public Origin {
      device = device.substring(0, Math.min(LONGEST, device.length()));
    }
  }

  @Override
  public String toString() {
    return "LoginForm of " + account; // neither password nor code goes into a log
  }
}
