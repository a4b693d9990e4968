#!/usr/bin/env bash
# Sourced, not run: puts helm, kubeconform and kube-score on the PATH, a Python with PyYAML, and the schemas of Kubernetes.
# Everything is kept outside of the tree, below a folder that is named by its versions, and made once.
kubernetes=1.35.0
helm_version=v3.22.0
kubeconform_version=v0.8.0
kube_score_version=v1.20.0
pyyaml_version=6.0.3
# A package that holds the schemas of all versions of Kubernetes.
schemas_version=1.37.0

tools=${XDG_CACHE_HOME:-$HOME/.cache}/igregulator-webhooks/helm-$(cksum < <(
  echo "$kubernetes $helm_version $kubeconform_version $kube_score_version $pyyaml_version $schemas_version"
) | cut -d' ' -f1)

make_tools() {
  local part=$tools.part python=$tools.part/venv/bin/python version=v$kubernetes-local-strict
  rm -rf "$part"
  mkdir -p "$part/bin" "$part/schemas"
  # The build of helm is the longest part of it, some minutes where nothing is downloaded yet.
  echo "building helm $helm_version, kubeconform $kubeconform_version and kube-score $kube_score_version, once"
  (cd "$part" && export GOBIN=$part/bin GOFLAGS=-modcacherw &&
    go install "helm.sh/helm/v3/cmd/helm@$helm_version" &&
    go install "github.com/yannh/kubeconform/cmd/kubeconform@$kubeconform_version" &&
    go install "github.com/zegl/kube-score/cmd/kube-score@$kube_score_version") || return 1
  # Only what is used of 140 MB stays. Its references lead to a path that only the package knows.
  python3 -m venv "$part/venv" &&
    "$python" -m pip install --quiet --disable-pip-version-check "PyYAML==$pyyaml_version" &&
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --target "$part/package" \
      "kubernetes-validate==$schemas_version" &&
    cp "$part/package/kubernetes_validate/kubernetes-json-schema/$version"/*.json "$part/schemas/" &&
    sed -i "s|\"[^\"]*_definitions\.json|\"file://$tools/schemas/_definitions.json|g" "$part"/schemas/*.json || return 1
  rm -rf "$part/package"
  # A venv knows its own path, so it is made for the last one.
  sed -i "s|$part|$tools|g" "$part"/venv/bin/activate* "$part"/venv/bin/pip* 2>/dev/null || true
  mv "$part" "$tools"
}

if [ ! -d "$tools" ]; then
  make_tools >&2 || exit 1
fi
export PATH=$tools/bin:$PATH
# shellcheck disable=SC2034
python=$tools/venv/bin/python
