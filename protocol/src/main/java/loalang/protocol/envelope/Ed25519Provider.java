// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519 by Bouncy Castle's arithmetic before the platform's own: where only the first compiler
 * runs, as on a pole, it needs a tenth of the time. Keys of another curve it leaves to whoever is
 * asked next. ADR 97.
 */
final class Ed25519Provider extends Provider {
  static final String NAME = "LoaEd25519";

  private static final String PLATFORM = "SunEC";
  private static final long serialVersionUID = 1L;

  private Ed25519Provider() {
    super(NAME, "1", "Ed25519 by Bouncy Castle's arithmetic");
    putService(new Signatures(this));
  }

  /** From now on this process is asked before the platform; any thread, any number of times. */
  static void install() {
    List<String> names = Arrays.stream(Security.getProviders()).map(Provider::getName).toList();
    int before = names.indexOf(PLATFORM) + 1; // Java counts them from one; 0 for the last
    Security.insertProviderAt(new Ed25519Provider(), before); // a second of a name is not taken
  }

  private static final class Signatures extends Service {
    Signatures(Provider provider) {
      super(provider, "Signature", "EdDSA", Ed25519Signature.class.getName(), null, null);
    }

    @Override
    public Object newInstance(@Nullable Object parameter) {
      return new Ed25519Signature();
    }
  }
}
