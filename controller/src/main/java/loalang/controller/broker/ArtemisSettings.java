// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import loalang.controller.tls.BrokerCertificate;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/** The broker's settings: small, one process, what it keeps in files. */
final class ArtemisSettings {
  static final String ACCEPTOR = "mqtt";

  private static final int MEGABYTE = 1024 * 1024;
  private static final int LARGEST_PACKET_BYTES = MEGABYTE;
  private static final int SESSION_SECONDS = 7 * 24 * 3600; // above 24.8 days it overflows
  private static final int SCAN_MILLIS = 5_000;
  private static final int HANDSHAKE_SECONDS = 60;
  private static final int JOURNAL_BATCH_NANOS = 1_000_000;

  private ArtemisSettings() {}

  static ConfigurationImpl of(BrokerSettings settings, ActiveMQServerBasePlugin plugin) {
    ConfigurationImpl c = new ConfigurationImpl();
    c.setName("loa");
    c.setPersistenceEnabled(true);
    c.setSecurityEnabled(true);
    c.setJMXManagementEnabled(false);
    c.setCriticalAnalyzer(false);
    c.setThreadPoolMaxSize(8);
    c.setScheduledThreadPoolMaxSize(2);
    c.setMaxDiskUsage(-1); // else a share of the disk that stops publishers silently
    c.setGlobalMaxSize(64L * MEGABYTE);
    c.setMessageExpiryScanPeriod(SCAN_MILLIS);
    c.setMqttSessionScanInterval(SCAN_MILLIS);
    c.setAuthorizationCacheSize(0); // the gate is asked every time: a revocation holds at once
    c.setAuthenticationCacheSize(0);
    c.setManagementNotificationAddress(SimpleString.of("$sys.notifications"));
    c.setManagementAddress(SimpleString.of("$sys.management"));
    c.setClusterUser("\u0001internal"); // else a login everybody knows
    c.setClusterPassword(UUID.randomUUID().toString());
    onDisk(c, settings.directory());
    c.addAddressSetting("#", addresses());
    c.addAcceptorConfiguration(acceptor(settings));
    c.registerBrokerPlugin(plugin);
    return c;
  }

  private static void onDisk(ConfigurationImpl c, Path directory) {
    Path home = directory.toAbsolutePath();
    c.setBrokerInstance(home.toFile());
    c.setBindingsDirectory(home.resolve("bindings").toString());
    c.setJournalDirectory(home.resolve("journal").toString());
    c.setPagingDirectory(home.resolve("paging").toString());
    c.setLargeMessagesDirectory(home.resolve("large").toString());
    c.setJournalType(JournalType.NIO); // no native library
    c.setJournalFileSize(MEGABYTE);
    c.setJournalMinFiles(2);
    c.setJournalPoolFiles(4);
    c.setJournalCompactMinFiles(4);
    // Its files outlive the process. Nobody relies on them after a power cut: ADR 98.
    c.setJournalSyncTransactional(false);
    c.setJournalSyncNonTransactional(false);
    c.setJournalBufferTimeout_NIO(JOURNAL_BATCH_NANOS);
  }

  private static AddressSettings addresses() {
    AddressSettings settings = new AddressSettings();
    settings.setAutoCreateAddresses(true);
    settings.setAutoCreateQueues(true);
    settings.setAutoDeleteAddresses(true);
    settings.setMaxDeliveryAttempts(-1);
    settings.setMaxSizeBytes(8L * MEGABYTE);
    settings.setPageSizeBytes(MEGABYTE);
    settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    return settings;
  }

  private static TransportConfiguration acceptor(BrokerSettings settings) {
    Map<String, Object> transport = new HashMap<>();
    transport.put(TransportConstants.HOST_PROP_NAME, settings.host());
    transport.put(TransportConstants.PORT_PROP_NAME, settings.port());
    transport.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
    transport.put(TransportConstants.REMOTING_THREADS_PROPNAME, 2);
    transport.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    transport.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
    protect(transport, settings.certificate());
    Map<String, Object> mqtt = new HashMap<>();
    mqtt.put("maximumPacketSize", LARGEST_PACKET_BYTES);
    mqtt.put("defaultMqttSessionExpiryInterval", SESSION_SECONDS);
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(), transport, ACCEPTOR, mqtt);
  }

  private static void protect(
      Map<String, Object> transport, @Nullable BrokerCertificate certificate) {
    if (certificate == null) {
      return;
    }
    transport.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
    // A thousand poles that come back together outlast the usual ten seconds on a small computer.
    transport.put(TransportConstants.SSL_HANDSHAKE_TIMEOUT, HANDSHAKE_SECONDS);
    transport.put(TransportConstants.HANDSHAKE_TIMEOUT, HANDSHAKE_SECONDS);
    transport.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
    transport.put(
        TransportConstants.KEYSTORE_PATH_PROP_NAME,
        certificate.keyStore().toAbsolutePath().toString());
    transport.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, certificate.password());
    transport.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2");
  }
}
