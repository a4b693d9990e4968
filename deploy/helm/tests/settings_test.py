"""Spring Boot ignores a setting that it does not know, so each has to be one of application.yml or of the list below."""

import json
import unittest

import yaml

import chart

# Settings of Spring Boot, of the driver and of Kafka's clients that application.yml names only in comments or not at all.
NOT_IN_APPLICATION_YML = {
    "logging.structured.format.console",
    "server.ssl.certificate",
    "server.ssl.certificate-private-key",
    "spring.config.import",
    "spring.datasource.hikari.data-source-properties.options",
    "spring.datasource.hikari.data-source-properties.sslmode",
    "spring.datasource.hikari.data-source-properties.sslrootcert",
    "spring.flyway.password",
    "spring.flyway.user",
    "spring.kafka.properties.sasl.jaas.config",
    "spring.kafka.properties.sasl.mechanism",
    "spring.kafka.security.protocol",
    "spring.kafka.ssl.bundle",
    "spring.ssl.bundle.pem.kafka.truststore.certificate",
}


def flat(settings, prefix=""):
    for key, value in settings.items():
        if isinstance(value, dict) and value:
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def application(service):
    return dict(flat(yaml.safe_load((chart.PROJECT / service / "src/main/resources/application.yml").read_text())))


def environment(container):
    return {variable["name"]: variable.get("value") for variable in container.get("env", [])}


def settings(container):
    return json.loads(environment(container)["SPRING_APPLICATION_JSON"])


def files(pod):
    """Paths of the projected Secrets, which are names of settings."""
    sources = [source for volume in pod["volumes"] for source in volume.get("projected", {}).get("sources", [])]
    return [item["path"] for source in sources for item in source["secret"]["items"]]


class Settings(unittest.TestCase):
    def each(self, *kinds):
        for example in chart.EXAMPLES:
            for owner, template in chart.templates(chart.rendered(example)):
                container = template["spec"]["containers"][0]
                if owner["kind"] in kinds and "SPRING_APPLICATION_JSON" in environment(container):
                    yield owner, template["spec"], container

    def test_services_know_each_setting(self):
        for owner, pod, container in self.each("Deployment", "Job"):
            service = container["name"] if owner["kind"] == "Deployment" else "delivery-worker"
            known = application(service)
            maps = tuple(key + "." for key, value in known.items() if value == {})
            for key in [*settings(container), *files(pod)]:
                self.assertTrue(key in known or key in NOT_IN_APPLICATION_YML or key.startswith(maps), f"{chart.name(owner)}: {key}")

    def test_the_list_of_exceptions_has_nothing_else(self):
        used = {key for _, pod, container in self.each("Deployment", "Job") for key in [*settings(container), *files(pod)]}
        self.assertLessEqual(NOT_IN_APPLICATION_YML, used)
        self.assertFalse(NOT_IN_APPLICATION_YML & (set(application("api-service")) & set(application("delivery-worker"))))

    def test_nothing_secret_is_in_the_environment(self):
        for owner, _, container in self.each("Deployment", "Job"):
            for key in settings(container):
                self.assertNotRegex(key, r"password|token|jaas|secrets\.keys", chart.name(owner))

    def test_services_listen_where_their_ports_are(self):
        for owner, _, container in self.each("Deployment"):
            given = settings(container)
            listening = {given["server.port"], given.get("webhooks.operator.port", given["server.port"])}
            self.assertEqual(listening, {port["containerPort"] for port in container["ports"]}, chart.name(owner))
            addresses = {value for key, value in given.items() if key.endswith(".address")}
            self.assertEqual({"0.0.0.0"}, addresses, f"{chart.name(owner)}: loopback in a pod reaches nothing")

    def test_files_that_settings_name_are_mounted(self):
        for owner, pod, container in self.each("Deployment", "Job"):
            mounts = {mount["mountPath"]: mount["name"] for mount in container["volumeMounts"]}
            volumes = {volume["name"]: volume for volume in pod["volumes"]}
            for key, value in settings(container).items():
                path = str(value).removeprefix("file:").removeprefix("configtree:").rstrip("/")
                if not path.startswith("/etc/"):
                    continue
                folder = path if path in mounts else path.rsplit("/", 1)[0]
                self.assertIn(folder, mounts, f"{chart.name(owner)}: {key}")
                secret = volumes[mounts[folder]].get("secret", {})
                if secret.get("items"):
                    self.assertIn(path.rsplit("/", 1)[1], {item["path"] for item in secret["items"]}, f"{chart.name(owner)}: {key}")

    def test_the_active_key_is_one_of_the_keys(self):
        for owner, pod, container in self.each("Deployment"):
            self.assertIn(f"webhooks.secrets.keys.{settings(container)['webhooks.secrets.active-key']}", files(pod), chart.name(owner))

    def test_only_what_migrates_has_the_owners_password(self):
        for owner, pod, container in self.each("Deployment", "Job"):
            values = chart.values(owner["example"])
            secret = values["database"]["credentials"]["owner"]["existingSecret"]
            migrates = settings(container)["spring.flyway.enabled"]
            self.assertEqual(migrates, secret in json.dumps(pod), chart.name(owner))
            self.assertEqual(migrates, owner["kind"] == "Job" or values["migrations"]["mode"] == "startup", chart.name(owner))

    def test_values_of_config_win(self):
        rendered, text = chart.template("keda", "--set", r"worker.config.server\.port=9000", "--set-json", r'worker.config={"webhooks.url.allowed-ports":[8443]}')
        self.assertTrue(rendered, text)
        worker = next(each for each in chart.load(text) if each["kind"] == "Deployment" and each["metadata"]["name"] == "webhooks-worker")
        given = settings(worker["spec"]["template"]["spec"]["containers"][0])
        self.assertEqual((9000, [8443]), (given["server.port"], given["webhooks.url.allowed-ports"]))


if __name__ == "__main__":
    unittest.main()
