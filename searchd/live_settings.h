// The settings of a daemon that runs, and how SIGHUP changes them.
#pragma once

#include <functional>

#include "searchd/access.h"
#include "searchd/config/config_source.h"
#include "searchd/slow_log.h"

namespace assay::searchd {

// Not thread-safe. What it is made of must outlive it.
class LiveSettings {
 public:
  // Called with settings whose TLS files were found to belong together.
  using UseCertificate = std::function<void(const config::Config&)>;

  LiveSettings(const config::ConfigSource& source, config::Config running, Access& access, SlowLog& slow_log,
               UseCertificate use_certificate = {});

  // Reads the settings again, puts those that may change into force and logs the keys of those that may not.
  // Where something is wrong it logs that and changes nothing. Never throws. Tells the service manager.
  void reload();

  const config::Config& running() const { return running_; }

 private:
  void take_over(const config::Config& config);

  const config::ConfigSource& source_;
  config::Config running_;
  Access& access_;
  SlowLog& slow_log_;
  const UseCertificate use_certificate_;
};

// That the files which the settings name can be used. Throws std::invalid_argument with a sentence for the
// user.
void check_files(const config::Config& config);

}  // namespace assay::searchd
