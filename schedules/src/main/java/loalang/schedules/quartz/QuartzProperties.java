// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import java.util.Properties;
import java.util.UUID;

/** The settings of Quartz, each set on purpose. */
final class QuartzProperties {
  private QuartzProperties() {}

  /** One worker, because one firing carries every cue of its instant and cues keep their order. */
  private static Properties common(String name) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", name);
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    // A clock that jumps forward is noticed after at most this long.
    properties.setProperty("org.quartz.scheduler.idleWaitTime", "1000");
    properties.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "1");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    return properties;
  }

  static Properties inMemory() {
    // Quartz keeps its schedulers by name in one table per process: two books need two names.
    Properties properties = common("loa-" + UUID.randomUUID());
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    return properties;
  }

  static Properties lasting(LastingStore store) {
    Properties properties = common("loa-" + store.name());
    String jobStore = "org.quartz.jobStore.";
    properties.setProperty(jobStore + "class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    // Reads blobs as bytes, which is what SQLite's driver offers too.
    properties.setProperty(
        jobStore + "driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    properties.setProperty(jobStore + "dataSource", dataSource(store));
    properties.setProperty(jobStore + "useProperties", "true");
    properties.setProperty(jobStore + "isClustered", String.valueOf(store.clustered()));
    if (store.clustered()) {
      properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    }
    return properties;
  }

  static String dataSource(LastingStore store) {
    return "loa-" + store.name();
  }
}
