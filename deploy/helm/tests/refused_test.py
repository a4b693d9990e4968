"""Values that must not become a release, and the sentence that says why."""

import unittest

import chart

REFUSED = [
    ("an unknown value", ["--set", "worker.replica=3"], "replica"),
    ("an unknown value in a list", ["--set-json", 'networkPolicy.kafka.to=[{"podSelektor":{}}]'], "podSelektor"),
    ("no registry", ["--set", "image.registry="], "image.registry is required"),
    ("no database", ["--set", "database.url="], "database.url is required"),
    ("another database", ["--set", "database.url=jdbc:mysql://db/webhooks"], "/database/url"),
    ("a password in the address", ["--set", "database.url=jdbc:postgresql://db/webhooks?password=x"], "/database/url"),
    ("a password among the settings", ["--set", r"api.config.spring\.datasource\.password=x"], "propertyName 'spring.datasource.password'"),
    ("a key among the settings", ["--set", r"worker.config.webhooks\.secrets\.keys\.k1=x"], "propertyName 'webhooks.secrets.keys.k1'"),
    ("nested settings", ["--set-json", 'api.config={"webhooks":{"feed":{"reach":"31d"}}}'], "/api/config/webhooks"),
    ("no brokers", ["--set", "kafka.bootstrapServers="], "kafka.bootstrapServers is required"),
    ("brokers without a port", ["--set", "kafka.bootstrapServers=broker"], "/kafka/bootstrapServers"),
    ("an unknown protocol", ["--set", "kafka.security.protocol=TLS"], "/kafka/security/protocol"),
    ("no login of the workers", ["--set", "kafka.security.sasl.existingSecret.worker="], "existingSecret.worker is required"),
    ("no credentials of the API", ["--set", "database.credentials.api.existingSecret="], "credentials.api.existingSecret is required"),
    ("no credentials of the owner", ["--set", "database.credentials.owner.existingSecret="], "credentials.owner.existingSecret is required"),
    ("no encryption keys", ["--set", "secrets.existingSecret="], "secrets.existingSecret is required"),
    ("an active key that is not listed", ["--set", "secrets.encryption.activeKey=k9"], "is not one of secrets.encryption.keys"),
    ("the tag latest", ["--set", "image.api.tag=latest"], "/image/api/tag"),
    ("a short digest", ["--set", "image.api.digest=sha256:12"], "/image/api/digest"),
    ("an image of topics without a version", ["--set", "kafka.topics.job.image=apache/kafka"], "/kafka/topics/job/image"),
    ("a topics' Job without its login", ["--set", "kafka.topics.job.propertiesSecret="], "job.propertiesSecret is required"),
    ("Strimzi without a cluster", ["--set", "kafka.topics.manage=strimzi"], "strimzi.cluster is required"),
    ("more copies in sync than copies", ["--set", "kafka.topics.minInSyncReplicas=4"], "minInSyncReplicas is above"),
    ("no worker", ["--set", "worker.autoscaling.mode=none,worker.replicas=0"], "/worker/replicas"),
    ("more workers than partitions", ["--set", "worker.autoscaling.mode=none,worker.replicas=49"], "worker.replicas is above"),
    ("scaling past the partitions", ["--set", "worker.autoscaling.max=49"], "worker.autoscaling.max is above"),
    ("scaling to nothing", ["--set", "worker.autoscaling.min=0"], "/worker/autoscaling/min"),
    ("least above most", ["--set", "worker.autoscaling.min=30"], "worker.autoscaling.min is above"),
    ("least above most, of the API", ["--set", "api.autoscaling.min=9"], "api.autoscaling.min is above"),
    ("KEDA without Prometheus", ["--set", "worker.autoscaling.mode=keda"], "keda.prometheus is required"),
    ("an ingress without a host", ["--set", "api.ingress.host="], "api.ingress.host is required"),
    ("a policy that allows any database", ["--set-json", "networkPolicy.database.to=[]"], "networkPolicy.database.to is required"),
    ("a policy that allows any broker", ["--set-json", "networkPolicy.kafka.to=[]"], "networkPolicy.kafka.to is required"),
    ("a policy that allows any DNS", ["--set-json", "networkPolicy.dns.to=[]"], "/networkPolicy/dns/to"),
    ("a peer that is everything", ["--set-json", "networkPolicy.metrics.from=[{}]"], "/networkPolicy/metrics/from"),
    ("a port that does not exist", ["--set-json", "receivers.ports=[70000]"], "/receivers/ports"),
    ("a limit of memory in bytes", ["--set", "worker.resources.limits.memory=640"], "/worker/resources/limits/memory"),
    ("the user root", ["--set", "pods.runAsUser=0"], "/pods/runAsUser"),
    ("a stop that is cut off", ["--set", "worker.terminationGracePeriodSeconds=10"], "/worker/terminationGracePeriodSeconds"),
    ("an old Kubernetes", ["--kube-version", "1.29.0"], "kubeVersion"),
]


class Refused(unittest.TestCase):
    def test_the_example_alone_is_rendered(self):
        rendered, text = chart.template("managed")
        self.assertTrue(rendered, text)

    def test_bad_values_are_refused_with_their_reason(self):
        for what, arguments, reason in REFUSED:
            with self.subTest(what):
                rendered, text = chart.template("managed", *arguments)
                self.assertFalse(rendered, "it was rendered")
                self.assertIn(reason, text)


if __name__ == "__main__":
    unittest.main()
